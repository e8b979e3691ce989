"""The Slack face: a Reply drawn as Block Kit; it decides nothing about the budget."""
