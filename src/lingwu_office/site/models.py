"""No models: Django tells only apps that have this module when it has migrated, and the search waits for that."""
