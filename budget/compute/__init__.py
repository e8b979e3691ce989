"""One module per kind of question, none of which imports another."""
