"""Who handles a case, and what they note in it, whatever its kind (saksbehandling)."""
