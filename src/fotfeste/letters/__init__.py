"""Letters: from what has happened to a page and a tagged PDF with the same words."""
