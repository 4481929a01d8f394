"""People, employees and roles: who may do what, and who has read what."""
