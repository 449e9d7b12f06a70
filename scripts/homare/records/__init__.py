"""YAML text to plain data with line numbers, and back; knows nothing of cases."""
