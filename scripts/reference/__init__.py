"""The reference a jurist reads, made from the rulebook and from the program itself.

`make docs` writes it under docs/reference. Nothing in those pages is written by hand
but the Norwegian words in texts.yaml.
"""
