"""The demo: a Slack on this machine with the bot in it; it reaches no workspace and keeps nothing afterwards."""
