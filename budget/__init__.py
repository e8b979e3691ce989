"""The budget domain: facts, typed questions, typed answers; it knows no chat and no screen."""
