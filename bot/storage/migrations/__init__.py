"""The tables as they grew, one script a step; a script says what it does in full and leans on no other module."""
