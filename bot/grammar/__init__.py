"""From typed Dutch text to a Query."""
