"""A workbook or CSV to changed records: read, compared, checked as a whole, and only then written."""
