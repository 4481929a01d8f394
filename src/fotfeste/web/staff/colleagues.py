"""Who works at the desk, as forms offer them."""

from fotfeste.access.employees import working
from fotfeste.access.models import Employee
from fotfeste.access.policy import Role
from fotfeste.web.step_form import Setting

TITLES = {Role.CASEWORKER: "saksbehandler", Role.LEADER: "leder"}
"""What an employee is called by their role."""


def employees(setting: Setting) -> list[tuple[str, str]]:
    """Return who works at the desk today: a successor's employees too."""
    return [(str(one.id), one.name) for one in _working(setting)]


def disqualified(setting: Setting) -> list[tuple[str, str]]:
    """Return which of them cannot act in the person's cases."""
    known = {str(d.employee) for d in setting.case.history.known.disqualified}
    return [(key, name) for key, name in employees(setting) if key in known]


def may_handle(setting: Setting) -> list[tuple[str, str]]:
    """Return who can be given the case: whoever fills in the form first."""
    known = setting.case.history.known
    able = [
        one
        for one in _working(setting)
        if not known.is_disqualified(one.id) and not known.is_closed_to(one.id)
    ]
    own = setting.case.actor.id
    return sorted(
        ((str(one.id), f"{one.name} (deg)" if one.id == own else one.name)
         for one in able),
        key=lambda choice: choice[0] != str(own),
    )  # fmt: skip


def name_of(setting: Setting, employee: str) -> str:
    """Return what the employee is called."""
    return next(one.name for one in _working(setting) if str(one.id) == employee)


def signature(setting: Setting) -> str:
    """Return who fills in the form, and as what."""
    own = setting.case.actor.id
    me = next(one for one in _working(setting) if one.id == own)
    return f"{me.name}, {TITLES[Role(me.role)]}"


def _working(setting: Setting) -> list[Employee]:
    return working(setting.case.actor.municipality, setting.today, setting.book)
