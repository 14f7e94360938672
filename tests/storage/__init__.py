"""Tests of what is kept and how it is asked."""
