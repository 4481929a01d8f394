"""The interviews of a case, for a page that tells what lies in it."""

from django import template

from fotfeste.office import installation
from fotfeste.office.open_case import OpenCase
from fotfeste.web import told_interview
from fotfeste.web.told_interview import ToldInterview

register = template.Library()


@register.filter
def interviews(case: OpenCase) -> tuple[ToldInterview, ...]:
    """Return the interviews of the case, the latest first."""
    return told_interview.told_interviews(case.history.records, installation.rulebook())


@register.filter
def function_unscored(talks: tuple[ToldInterview, ...]) -> list[str]:
    """Return what of the person's function no interview has scored, by its name.

    An instrument without a scale has no sum: it is function that is scored by it.
    """
    answered = {
        item.id
        for talk in talks
        for told in talk.function
        for item, _, _ in told.answers
    }
    return [
        item.name
        for instrument in installation.rulebook().instruments.values()
        if not instrument[-1].scales
        for item in instrument[-1].items
        if item.id not in answered
    ]
