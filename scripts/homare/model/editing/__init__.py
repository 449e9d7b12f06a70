"""A record as the tables in which people edit it: the sheets of the editors' workbook, there and back."""
