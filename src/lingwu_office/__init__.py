"""The office on the web: people and posts, permissions and audit, documents from receipt to archive."""
