"""What one can do about a decision: ask why, appeal, ask it to wait (rettsmiddel)."""
