"""The world outside: what is sent there, in the words that are spoken there."""
