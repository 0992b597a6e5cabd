"""Services with token code of their own (provider-format.md §2.1.6)."""
EXCHANGE = {}
REFRESH = {}
