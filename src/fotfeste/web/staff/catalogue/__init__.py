"""The catalogue: a municipality's pack as a leader sees, writes and approves it."""
