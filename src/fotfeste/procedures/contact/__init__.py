"""Low-threshold contact: no application, no decision, a minimal record (kontakt)."""
