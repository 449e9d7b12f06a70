"""homare: case records become a searchable site, kits, a casebook and open data."""
