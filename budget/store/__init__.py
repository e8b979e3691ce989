"""From data files to a catalog, strictly."""
