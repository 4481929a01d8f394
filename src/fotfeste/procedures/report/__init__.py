"""A report of worry from next of kin, and the feedback they get (melding)."""
