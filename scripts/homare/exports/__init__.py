"""Catalogue to files that people take away: one module per format, each a pure function to text or bytes."""
