"""What a municipality needs to run its substance-use service."""
