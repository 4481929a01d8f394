"""The office: the one door through which a case changes, and what lists show."""
