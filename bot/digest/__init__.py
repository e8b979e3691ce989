"""Daily digests: who gets what on which local day, and the delivery that happens once; no sentence stands here."""
