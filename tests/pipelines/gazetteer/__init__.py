"""Tests of the gazetteer, a module for each of its modules."""
