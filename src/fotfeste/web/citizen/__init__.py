"""Pages for the person the help is for."""
