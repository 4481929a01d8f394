"""From a case's history to the letters it gives rise to."""
