"""What the law says about time, and how an answer carries its legal basis.

Knows nothing about cases, municipalities, files or Django.
"""
