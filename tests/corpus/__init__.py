"""The documents and gold rows that the extractor is judged by, with the floors that it must reach."""
