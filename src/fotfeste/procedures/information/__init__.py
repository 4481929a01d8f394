"""Asking others for what a case needs, and telling others, by consent (innhenting)."""
