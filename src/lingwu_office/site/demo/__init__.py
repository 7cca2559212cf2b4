"""The fictional office of the demo: its people and its documents as data, and what brings them in by the verbs."""
