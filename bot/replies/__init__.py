"""From an Answer to a Dutch Reply: the only room with sentences for users."""
