"""What follows the person into every case: powers, consents, impartiality (person)."""
