"""What a pack requires to be assessed."""


def required(pack, for_whom="self"):
    """Return the keys of the criteria that a decision cannot do without."""
    return {c.id for c in pack.criteria_for(for_whom) if c.required}
