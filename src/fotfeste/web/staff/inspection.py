"""What an inspection would look for: each case that lacks something, one click away."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fotfeste.access.duties import Duty
from fotfeste.ledger.fence import fenced
from fotfeste.office.inspection import Before, Lacking, lacking, lacking_counts
from fotfeste.procedures.lacks import LAW, Missing
from fotfeste.web import telling
from fotfeste.web.who import Colleague, desk_page

LACKS: dict[Missing, tuple[str, str]] = {
    Missing.INTERVIEW: (
        "Samtale",
        "Saken er avgjort uten at personens egne ord står der, eller samtalen vi lovet,"
        " er ikke holdt.",
    ),
    Missing.CONSENT: (
        "Samtykke",
        "Vi spurte andre, eller slapp dem inn i saken, uten et samtykke som gjaldt den"
        " dagen.",
    ),
    Missing.GROUNDS: (
        "Begrunnelse",
        "Et vedtak er gjort uten at det står hvorfor.",
    ),
    Missing.REVIEW_DATE: (
        "Dag for ny vurdering",
        "Det er sagt ja til hjelp uten en dag da behovet skal vurderes på nytt.",
    ),
    Missing.REVIEW: (
        "Ny vurdering",
        "Dagen er gått, og behovet er ikke vurdert på nytt.",
    ),
    Missing.PLAN: (
        "Plan med mål",
        "Hjelpen er i gang, uten mål som er avtalt med personen.",
    ),
    Missing.ANSWER: (
        "Svar på beskjed",
        "Noen har skrevet til oss, og har ikke fått svar i tide.",
    ),
    Missing.DELAY_NOTICE: (
        "Brev om forsinkelse",
        "Tiden gikk uten svar, og uten at vi skrev hvorfor og når svaret kommer.",
    ),
    Missing.HANDLER: (
        "Saksbehandler",
        "Saken er åpen, og ingen har den.",
    ),
}
"""What each is called, and what it says of the case."""


@require_safe
@desk_page
def inspection(request: HttpRequest, who: Colleague, municipality: str) -> HttpResponse:
    """List the cases that lack something, by what it is: no name, no word of theirs."""
    who.require(Duty.OVERSEE)
    today, book = who.today, who.office.book
    desk = book.desk_pack(municipality, today)
    units = {unit.id: unit.name for unit in desk.units}
    unit = next((key for key in units if key == request.GET.get("enhet")), None)
    asked = next((one for one in Missing if one == request.GET.get("mangel")), None)
    with fenced(municipality):
        counts = lacking_counts(municipality, unit, today)
        chosen = asked or next((one for one in Missing if counts.get(one)), None)
        page: list[Lacking] = []
        before = None
        if chosen:
            page, before = lacking(
                municipality,
                chosen,
                unit=unit,
                today=today,
                asks=who.actor.id,
                before=_before(request),
            )
    return render(
        request,
        "staff/inspection.html",
        {
            "groups": [
                (one, LACKS[one][0], counts.get(one, 0), one == chosen)
                for one in Missing
            ],
            "any": any(counts.values()),
            "chosen": chosen,
            "title": LACKS[chosen][0] if chosen else "",
            "about": LACKS[chosen][1] if chosen else "",
            "law": [book.standing(one, today) for one in LAW[chosen]] if chosen else [],
            "count": counts.get(chosen, 0) if chosen else 0,
            "rows": [
                (one, telling.STAGES.get(one.stage, one.stage), units.get(one.unit, ""))
                for one in page
            ],
            "before": before,
            "first": "etter" not in request.GET,
            "units": units.items(),
            "unit": unit,
        },
    )


def _before(request: HttpRequest) -> Before | None:
    """Return where the page before ended, or None for the first page."""
    since, _, reference = request.GET.get("etter", "").partition("_")
    try:
        return Before(date.fromisoformat(since), reference.replace("\x00", ""))
    except ValueError:
        return None
