"""Every step an employee can take in a case, and the way to find one."""

from fotfeste.web.staff.appeal_steps import APPEAL_STEPS
from fotfeste.web.staff.application_steps import APPLICATION_STEPS
from fotfeste.web.staff.beside_steps import BESIDE_STEPS
from fotfeste.web.staff.care_steps import CARE_STEPS
from fotfeste.web.staff.decision_steps import DECISION_STEPS
from fotfeste.web.staff.handling_steps import HANDLING_STEPS
from fotfeste.web.staff.other_steps import OTHER_STEPS
from fotfeste.web.staff.person_steps import PERSON_STEPS
from fotfeste.web.staff.step import Step

STEPS: tuple[Step, ...] = (
    *APPLICATION_STEPS,
    *BESIDE_STEPS,
    *DECISION_STEPS,
    *APPEAL_STEPS,
    *CARE_STEPS,
    *OTHER_STEPS,
    *PERSON_STEPS,
    *HANDLING_STEPS,
)
"""Every step an employee can take in a case, in the order of the procedures."""


def step_by_key(key: str) -> Step | None:
    """Return the step with the address, or None."""
    return next((step for step in STEPS if step.key == key), None)
