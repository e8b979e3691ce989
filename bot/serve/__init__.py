"""The bot as a running process: HTTP and Socket Mode, health, metrics and logs; what is said stands elsewhere."""
