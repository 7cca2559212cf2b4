"""A paper as a .docx: built anew from a text, or the source .docx itself with every paragraph given its style."""
