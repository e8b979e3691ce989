"""The faces of the budget: grammar, Dutch replies, terminal and chat."""
