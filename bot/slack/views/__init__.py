"""Modals and the App Home as plain dicts; nothing is opened from here."""
