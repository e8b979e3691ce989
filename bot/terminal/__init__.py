"""The terminal face: commands, arguments, text and JSON; it understands no question and computes nothing."""
