"""A paper as a PDF: the same layout as the .docx, set by Typst with the fonts that are installed."""
