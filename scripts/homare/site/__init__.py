"""Markdown to a published site: stage, run MkDocs, index for search, verify, publish."""
