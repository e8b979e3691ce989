"""Verdicts: each module judges one kind of claim against the document, by the rules in rule and truth."""
