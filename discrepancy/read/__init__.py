"""Bytes to documents: one file per input format, zones, day of publication."""

from discrepancy.read.documents import Reading, read_document, read_documents
from discrepancy.read.handed import Address, Pasted, Upload, read_handed

__all__ = ["Address", "Pasted", "Reading", "Upload", "read_document", "read_documents", "read_handed"]
