"""The pages: public, citizen and staff."""
