"""Document -> mentions and claims; pure per document."""
