"""Catalogue to Markdown pages: one module per kind of page, its template beside it; no file, no MkDocs."""
