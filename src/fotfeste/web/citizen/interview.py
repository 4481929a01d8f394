"""What was written in the mapping interview, for the person to read and correct."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.office.open_case import open_case
from fotfeste.procedures.application.commands import CorrectInterview
from fotfeste.web.told_interview import told_interviews
from fotfeste.web.who import Citizen, citizen_page


@require_safe
@citizen_page
def interview(
    request: HttpRequest, who: Citizen, municipality: str, stream: UUID
) -> HttpResponse:
    """Show all that was recorded, and what has been corrected beside it.

    Law: pbrl § 5-1, fvl § 18. A representative sees it where they see the documents.
    """
    case = open_case(who.actor, stream, who.office)
    talks = told_interviews(case.history.records, who.office.book)
    if not talks or not case.may_see_documents:
        raise NotFoundError
    return render(
        request,
        "citizen/interview.html",
        {
            "case": case,
            "talks": talks,
            "may_correct": CorrectInterview in case.steps,
        },
    )
