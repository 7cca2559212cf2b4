"""Named errors: each is one Chinese sentence that says what is wrong, where, and what to do."""

from __future__ import annotations


class LingwuError(Exception):
    """The base of all errors that a user can cause; ``str(error)`` is the sentence to show."""


class ConfigError(LingwuError):
    """The office's lingwu.toml, a word list or a rule file is not as it should be."""


class ReadError(LingwuError):
    """A file cannot be read as a document."""


class MissingFile(ReadError):
    """The path does not exist, is not a file, or may not be opened."""


class EmptyFile(ReadError):
    """The file has no bytes in it."""


class UnknownFormat(ReadError):
    """The bytes are of no format that Lingwu reads, or not of the format that the suffix says."""


class DamagedFile(ReadError):
    """The bytes are of a known format but broken."""


class EncryptedFile(ReadError):
    """The file is protected by a password."""


class OversizedFile(ReadError):
    """The file unpacks to more than any document would (a zip bomb or an XML bomb)."""


class UnsafeFile(ReadError):
    """The file carries an XML entity or document type, which no office program writes."""


class NoText(ReadError):
    """The file can be opened but holds no text (a scan)."""


class MissingTool(ReadError):
    """Reading this format needs a program or package that is not installed."""


class WriteError(LingwuError):
    """The result cannot be written in the wanted form."""
