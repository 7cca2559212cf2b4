"""The parts of an official document: marks and quotations, outline, roles, kinds."""
