"""What the bot keeps between questions, behind one small port; no figure of the budget is kept here."""
