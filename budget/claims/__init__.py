"""Judges what somebody claims of a figure against the true one; it reads no text and writes no sentence."""

from budget.claims.judge import Claimed, Judgement, Truth, Verdict, judge

__all__ = ["Claimed", "Judgement", "Truth", "Verdict", "judge"]
