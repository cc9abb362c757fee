"""Bytes to documents: one file per input format, zones, day of publication."""

from discrepancy.read.documents import Reading, read_document, read_documents

__all__ = ["Reading", "read_document", "read_documents"]
