"""The catalogue of texts: found in the code and the rulebook, said in each language."""
