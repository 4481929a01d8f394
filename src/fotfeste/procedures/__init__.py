"""What may happen in a case, in which order, and on what legal basis.

One package for each kind of case, always the same five files, in this reading order:
commands, events, stages, rules, decide. Knows no Django, no clock and no file system.
"""
