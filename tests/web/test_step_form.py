"""A form made for a command: what it asks for is what the command holds."""

from datetime import date

import pytest
from django.http import QueryDict

from fotfeste.ledger.log import uuid7
from fotfeste.procedures.appeal import commands as appeal
from fotfeste.procedures.appeal.events import Outcome
from fotfeste.procedures.application import commands as do
from fotfeste.procedures.remedy import commands as remedy_do
from fotfeste.web.citizen.steps import CITIZEN_STEPS
from fotfeste.web.forms import Line, Several, Words
from fotfeste.web.staff.appeal_forms import RecordOutcomeForm
from fotfeste.web.staff.steps import STEPS
from fotfeste.web.step_form import Setting, StepForm, form_for


class Opened:
    """A case with nothing in it but its version."""

    class history:  # noqa: N801
        version = 7


SETTING = Setting(Opened, date(2026, 3, 2), None)


def filled_in(form_type, **answers):
    data = QueryDict(mutable=True)
    data.update({"seen": 7, **answers})
    form = form_type(data, SETTING)
    assert form.is_valid(), form.errors
    return form


def test_the_form_gives_its_command_without_the_version():
    form = form_for(do.ReturnDecision, comment=Words("Hva må endres?"))
    given = filled_in(form, comment="Alt").command()
    assert given == do.ReturnDecision(comment="Alt")


def test_a_new_key_is_made_each_time():
    asked = {
        name: Line(name)
        for name in ("channel", "sent_on", "dissatisfied_with", "change_wanted")
    }
    form = form_for(remedy_do.RegisterAppeal, new_keys=("appeal",), **asked)
    first, second = (filled_in(form).command() for _ in range(2))
    assert first.appeal != second.appeal
    assert first.appeal.version == uuid7().version


def test_what_is_known_stands_there_already():
    form = form_for(
        do.ReturnDecision,
        prefilled=lambda setting: {"comment": f"{setting.today}"},
        comment=Words("Hva må endres?"),
    )(None, SETTING)
    assert form.initial == {"seen": 7, "comment": "2026-03-02"}


def test_one_of_a_few_becomes_what_the_command_holds():
    given = filled_in(
        RecordOutcomeForm, outcome="changed", decided_on="2026-03-01", summary="Ja"
    ).command()
    assert given.outcome is Outcome.CHANGED
    assert given == appeal.RecordOutcome(
        outcome=Outcome.CHANGED, decided_on=date(2026, 3, 1), summary="Ja"
    )


def test_several_are_held_as_they_cannot_be_changed():
    several = Several("Hva?", choices=[("a", "A"), ("b", "B")])
    form = form_for(do.RecordFindings, findings=several)
    assert filled_in(form, findings="b").command().findings == ("b",)


@pytest.mark.parametrize("asked", [{}, {"comment": Line("Hva?"), "more": Line("Mer?")}])
def test_a_form_that_does_not_fit_its_command_is_told_of_at_once(asked):
    with pytest.raises(TypeError, match="ReturnDecision"):
        form_for(do.ReturnDecision, **asked)


@pytest.mark.parametrize("step", [*STEPS, *CITIZEN_STEPS], ids=lambda step: step.key)
def test_every_step_has_a_form_that_gives_a_command(step):
    assert issubclass(step.form, StepForm)
    assert step.form.command is not StepForm.command
