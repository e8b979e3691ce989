"""What a figure is about: the scene of a sentence, its context, credit, round and cause; nothing is judged here."""
