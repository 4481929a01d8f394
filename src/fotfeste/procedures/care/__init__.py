"""A service that is given: started, planned, reviewed, changed and ended (tjeneste)."""
