"""Pages for everybody: no sign-in, nothing stored."""
