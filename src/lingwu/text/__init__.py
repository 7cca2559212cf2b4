"""Plain-string functions: sentences, numerals, dates, width, units."""
