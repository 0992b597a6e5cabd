"""Modes that are not redirects (provider-format.md §2.5, §2.7, §2.9)."""
CONNECT = {}
REFRESH = {}
