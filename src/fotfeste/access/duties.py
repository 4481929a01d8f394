"""What employees do besides cases, and which roles may: as short as it can be."""

from enum import StrEnum

from fotfeste.access.policy import DESK, Role


class Duty(StrEnum):
    """Something an employee does that is no command in a case."""

    REGISTER_OWN_LEAVE = "register-own-leave"
    REGISTER_LEAVE = "register-leave"
    EMPLOY = "employ"
    REVIEW_LOG = "review-log"
    OVERSEE = "oversee"
    RUN_CATALOGUE = "run-catalogue"


MAY_ALSO: dict[Duty, frozenset[Role]] = {
    Duty.REGISTER_OWN_LEAVE: DESK,
    Duty.REGISTER_LEAVE: frozenset({Role.LEADER}),
    Duty.EMPLOY: frozenset({Role.LEADER}),
    Duty.REVIEW_LOG: frozenset({Role.LEADER}),
    Duty.OVERSEE: frozenset({Role.LEADER}),
    Duty.RUN_CATALOGUE: frozenset({Role.LEADER}),
}
"""Which roles have a duty."""

ALSO_TAKEN_OVER = frozenset({Duty.REVIEW_LOG, Duty.OVERSEE})
"""What is done also where the cases of a municipality that has ended are worked on."""
