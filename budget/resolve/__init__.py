"""From the words people type to the ids of the catalog."""
