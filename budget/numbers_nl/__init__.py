"""Reads numbers as Dutch text writes them, strictly and with their place; it asks nobody what they are about.

Babel is the oracle for writing, but it does not read here: its lax parser takes "57.7" for 577 and "1,2,3" for
1.23, knows no "miljoen", no unit shared by a list and no place in a text. A figure that is ten times too large is
worse than none, so what can be read in two ways is read the careful way and marked `doubtful`.
"""

from budget.numbers_nl.find import find_numbers
from budget.numbers_nl.hedges import HEDGES
from budget.numbers_nl.span import NumberSpan
from budget.numbers_nl.unread import UNIT_WORDS, unread_amounts, vague_amounts

__all__ = ["HEDGES", "UNIT_WORDS", "NumberSpan", "find_numbers", "unread_amounts", "vague_amounts"]
