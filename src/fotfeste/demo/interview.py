"""A made-up mapping interview, with a network, answers and how the person manages."""

from datetime import date

from fotfeste.procedures.application.commands import RecordInterview
from fotfeste.procedures.interview import InstrumentAnswers, ItemAnswer, NetworkMember

_NETWORK = (
    NetworkMember(who="Søster", sector="family", closeness=1, quality="supportive"),
    NetworkMember(who="Barna", sector="family", closeness=1, quality="supportive"),
    NetworkMember(who="Pappa", sector="family", closeness=3, quality="hard"),
    NetworkMember(
        who="Venn fra gamle dager", sector="friends", closeness=2, quality="supportive"
    ),
    NetworkMember(who="Gjengen", sector="friends", closeness=2, quality="mixed"),
    NetworkMember(
        who="Tidligere sjef", sector="work", closeness=3, quality="supportive"
    ),
    NetworkMember(
        who="Naboen over gangen", sector="neighbourhood", closeness=3, quality="hard"
    ),
    NetworkMember(who="Fastlegen", sector="services", closeness=2, quality="mixed"),
)
_AUDIT = {
    "1": 3, "2": 2, "3": 2, "4": 1, "5": 0, "6": 0, "7": 1, "8": 0, "9": 0, "10": 0,
}  # fmt: skip
_DUDIT = {"1": 1, "2": 0, "3": 1}
_FUNCTION = {"household": 3, "cooking": 2, "hygiene": 1, "company": 3, "sight": 9}


def interview(on: date, name: str) -> RecordInterview:
    """Return what came of an interview with somebody of the name."""
    return RecordInterview(
        on=on,
        took_part=f"{name} og Kari Saksbehandler",
        own_words="Jeg vil ha tilbake hverdagen. Kveldene er verst.",
        goals="Sove om natta og komme i gang med jobb.",
        values="Barna mine.",
        resources="Lager mat, går turer, har jobbet som snekker.",
        coping="Ringer søsteren min når det blir for mye.",
        network="Søster og en venn fra gamle dager.",
        network_map=_NETWORK,
        family="Barna er hos meg annenhver uke. De merker at jeg er sliten.",
        housing="Leier to rom. Kontrakten går ut til sommeren.",
        economy="Har en regning fra strømmen som jeg ikke har åpnet.",
        work="Sykmeldt siden mars.",
        health="Vondt i ryggen. Var hos tannlegen for fire år siden.",
        self_care="Spiser når barna er her.",
        substance_use="Mest øl om kvelden, og hasj iblant.",
        instruments=(
            _answers("audit", _AUDIT),
            _answers("dudit", _DUDIT),
            _answers("iplos", _FUNCTION),
        ),
    )


def _answers(instrument: str, points: dict[str, int]) -> InstrumentAnswers:
    return InstrumentAnswers(
        instrument=instrument,
        answers=tuple(ItemAnswer(item=key, points=n) for key, n in points.items()),
    )
