"""Followers of the log: what is done after something has happened, at least once."""
