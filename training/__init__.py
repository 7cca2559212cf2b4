"""From plain text files to the packaged spelling model; see README.md."""
