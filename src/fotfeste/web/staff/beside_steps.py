"""The steps beside a case at the desk: asking others, warning, and access."""

from uuid import UUID

from fotfeste.procedures.documents import commands as documents
from fotfeste.procedures.information import commands as information
from fotfeste.procedures.information.commands import Disclosure
from fotfeste.procedures.information.stages import Information, State
from fotfeste.web.choices import comment_by
from fotfeste.web.forms import Day, Line, One, Words
from fotfeste.web.staff.filing import FileDocumentForm
from fotfeste.web.staff.step import Step
from fotfeste.web.step_form import Choices, Setting, StepForm, form_for


def _sources(setting: Setting) -> list[tuple[str, str]]:
    """Return whom the person has consented to ask, today."""
    consents = setting.case.history.known.consents
    return [
        (c.source, f"{c.source}: {c.fields}")
        for c in consents
        if setting.today <= c.valid_to
    ]


def _requests(*states: State) -> Choices:
    def offered(setting: Setting) -> list[tuple[str, str]]:
        track: Information = getattr(
            setting.case.case.file, "information", Information()
        )
        return [(str(r.key), r.source) for r in track.in_state(*states)]

    return offered


def _warning(command: type[Disclosure]) -> type[StepForm]:
    return form_for(
        command,
        recipient=Line("Hvem varsles?", required=True),
        what=Words("Hva får de vite?", required=True, rows=4),
        why=Words("Hvorfor må dere varsle nå?", required=True, rows=4),
        silent=Words(
            "Skal ikke personen få vite det? Skriv hvorfor.",
            rows=2,
            help_text="La feltet stå tomt. Da får personen et brev om varselet.",
        ),
    )


BESIDE_STEPS: tuple[Step, ...] = (
    Step("spor", information.RequestInformation, form_for(
            information.RequestInformation,
            new_keys=("request",),
            source=One("Hvem spør dere?", [],
                help_text="Bare de personen har samtykket til. Samtykke gis på"
                    " personens side."),
            what=Words("Hva trenger dere å vite?", required=True, rows=4),
            why=Words("Hvorfor trenger dere det?", required=True, rows=3),
            due_on=Day("Når ber dere om svar?"),
            choices={"source": _sources},
        ),
        "Spør om opplysninger", "Lag brevet",
        "Personen må ha samtykket. Spør ikke om mer enn saken trenger.",
        "fvl § 17, hpl § 22", weight="side", group="Opplysninger"),
    Step("purr", information.RemindSource, form_for(
            information.RemindSource,
            request=One("Hvem venter dere på?", [], coerce=UUID),
            due_on=Day("Ny frist"),
            choices={"request": _requests("waiting")},
        ),
        "Minn om svar", "Lag brevet", "Samtykket må fortsatt gjelde.",
        weight="side", group="Opplysninger"),
    Step("svar", information.RecordInformation, form_for(
            information.RecordInformation,
            request=One("Hvem har svart?", [], coerce=UUID),
            answer=Words("Hva svarte de?", required=True, rows=8),
            on=Day("Når kom svaret?"),
            prefilled=lambda setting: {"on": setting.today},
            choices={"request": _requests("waiting")},
        ),
        "Skriv inn svar", "Lagre svaret",
        "Personen skal få se det før dere bestemmer noe.", "fvl § 17",
        weight="side", group="Opplysninger"),
    Step("legg-fram", information.PresentInformation, form_for(
            information.PresentInformation,
            request=One("Hvilket svar?", [], coerce=UUID),
            comment_by=Day("Frist for personen"),
            prefilled=comment_by,
            choices={"request": _requests("answered")},
        ),
        "Legg fram for personen", "Send brevet",
        "Personen får brev med det som er kommet inn, og kan si noe om det.",
        "fvl § 17 andre ledd"),
    Step("ikke-legg-fram", information.OmitPresentation, form_for(
            information.OmitPresentation,
            request=One("Hvilket svar?", [], coerce=UUID),
            reason=Words("Hvilken grunn har loven for det?", required=True, rows=3),
            choices={"request": _requests("answered")},
        ),
        "Ikke legg fram", "Lagre",
        "Bare når loven sier det, for eksempel når personen selv har bekreftet det.",
        "fvl § 17 andre ledd", weight="side", group="Opplysninger"),
    Step("slutt-a-vente", information.EndRequest, form_for(
            information.EndRequest,
            request=One("Hvem venter dere ikke på lenger?", [], coerce=UUID),
            reason=Words("Hvorfor?", required=True, rows=3),
            choices={"request": _requests("waiting")},
        ),
        "Slutt å vente på svar", "Lagre",
        "Er saken godt nok opplyst uten, kan dere gå videre.", "fvl § 17",
        weight="side", group="Opplysninger"),
    Step("samarbeid", information.AgreeCooperation, form_for(
            information.AgreeCooperation,
            service=One("Hvilken tjeneste?", []),
            choices={"service": _sources},
        ),
        "Samarbeid med en annen tjeneste", "Lagre",
        "Personen må ha samtykket til at de får vite om saken.", "hpl § 25",
        weight="side", group="Opplysninger"),
    Step("varsle-barn", information.WarnForChildren,
         _warning(information.WarnForChildren),
        "Varsle for et barns skyld", "Lagre varselet",
        "Er det grunn til å tro at et barn blir skadet eller forsømt, skal dere"
        " varsle.",
        "hpl § 33", weight="side", group="Opplysninger"),
    Step("varsle-graviditet", information.WarnInPregnancy,
         _warning(information.WarnInPregnancy),
        "Varsle ved graviditet", "Lagre varselet",
        "Er det grunn til å tro at barnet vil bli født med skade, skal dere varsle.",
        "hpl § 32", weight="side", group="Opplysninger"),
    Step("varsle-nod", information.WarnInEmergency,
         _warning(information.WarnInEmergency),
        "Varsle for å redde liv", "Lagre varselet",
        "Ring 113 først. Skriv det ned etterpå.", "hpl § 31",
        weight="side", group="Opplysninger"),
    Step("legg-ved", documents.FileDocument, FileDocumentForm,
        "Legg inn et dokument", "Legg inn",
        "For søknader, fullmakter og annet som kom på papir. Skann det først.",
        weight="side"),
    Step("be-om-innsyn", documents.AskForDocuments, form_for(
            documents.AskForDocuments,
            which=Words("Hva vil personen se?", rows=2,
                help_text="La feltet stå tomt hvis det er alt."),
        ),
        "Personen vil se dokumentene", "Lagre",
        "Personen har rett til å se saken sin.", "fvl § 18",
        weight="side", group="Innsyn"),
    Step("gi-innsyn", documents.GiveDocuments, form_for(
            documents.GiveDocuments,
            how=Words("Hvordan får personen dem?", required=True, rows=2,
                initial="Du får alle dokumentene i saken."),
        ),
        "Gi dokumentene", "Send dokumentene",
        "Personen får et brev med alle dokumentene i saken.", "fvl §§ 18, 20"),
    Step("nekt-innsyn", documents.RefuseAccess, form_for(
            documents.RefuseAccess,
            which=Words("Hva får personen ikke se?", required=True, rows=2),
            provision=Line("Hvilken bestemmelse?", required=True,
                help_text="Helt ned til ledd og bokstav: fvl § 19 første ledd"
                    " bokstav d."),
            reason=Words("Hvorfor?", required=True, rows=4),
            given=Words("Hva får personen se likevel?", rows=2),
        ),
        "Si nei til innsyn", "Send svaret",
        "Personen får brev med bestemmelsen, og kan klage innen tre uker.",
        "fvl §§ 19, 21", weight="side", group="Innsyn"),
)  # fmt: skip
"""Every step beside a case."""
