"""The append-only log of events: encrypted, chained and fenced by municipality."""
