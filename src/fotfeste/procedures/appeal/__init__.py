"""An appeal against a decision, to the appellate instance and back (klage)."""
