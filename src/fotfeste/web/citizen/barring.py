"""Keeping an employee from one's cases (pjl § 17, hpl § 29)."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from fotfeste.access.employees import working
from fotfeste.access.models import Employee
from fotfeste.procedures.person import commands as person
from fotfeste.web.forms import One
from fotfeste.web.step_form import Setting, StepForm


class BarForm(StepForm):
    """Which employee is not to see the person's cases."""

    employee = One(_("Hvem vil du stenge ute?"), [])

    def prepare(self, setting: Setting) -> None:
        """Offer who works here and is not kept out already."""
        out = {one.employee for one in setting.case.history.known.barred}
        self.fields["employee"].choices = [  # type: ignore[attr-defined]
            (str(one.id), one.name) for one in _working(setting) if one.id not in out
        ]

    def command(self) -> person.BarAccess:
        """Return the bar."""
        employee = UUID(self.cleaned_data["employee"])
        [name] = [one.name for one in _working(self.setting) if one.id == employee]
        return person.BarAccess(employee=employee, name=name)


def _working(setting: Setting) -> list[Employee]:
    return working(setting.case.actor.municipality, setting.today, setting.book)


def barred(setting: Setting) -> list[tuple[str, str]]:
    """Return whom the person keeps from their cases."""
    out = setting.case.history.known.barred
    return [(str(one.employee), one.name) for one in out]
