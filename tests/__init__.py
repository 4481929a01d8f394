"""Our tests. A package, so that no other of the name among what is installed is met."""
