"""Typesetting: any draft becomes a document laid out to GB/T 9704—2012, as DOCX and PDF."""
