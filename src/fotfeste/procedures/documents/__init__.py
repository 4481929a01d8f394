"""Access to the documents of a case: asked for, given, refused (innsyn)."""
