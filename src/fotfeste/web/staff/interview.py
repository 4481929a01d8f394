"""What was written in the mapping interview, at the desk and in the kitchen."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.access.readings import What
from fotfeste.web.staff import door
from fotfeste.web.told_interview import told_interviews
from fotfeste.web.who import Colleague, desk_page


@require_safe
@desk_page
def interview(
    request: HttpRequest, who: Colleague, municipality: str, stream: UUID
) -> HttpResponse:
    """Show the interviews of a case with network, indications and corrections."""
    case = door.opened(who, stream, What.INTERVIEW)
    talks = told_interviews(case.history.records, who.office.book)
    if not talks:
        raise NotFoundError
    return render(request, "staff/interview.html", {"case": case, "talks": talks})
