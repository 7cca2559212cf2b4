"""查找: all that one may see, by pairs of characters, in SQLite (FTS5) and in PostgreSQL (tsvector)."""
