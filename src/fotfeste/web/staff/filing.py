"""The form that files a scanned paper in a case."""

from fotfeste.access.people import Party
from fotfeste.ledger.log import uuid7
from fotfeste.office import attachments
from fotfeste.procedures.documents import commands as documents
from fotfeste.web.attached import Attached
from fotfeste.web.forms import Line, One
from fotfeste.web.step_form import StepForm


class FileDocumentForm(StepForm):
    """What the paper is, and the scan of it."""

    title = Line(
        "Hva er det?", required=True, help_text="For eksempel søknad eller fullmakt."
    )
    scan = Attached("Fil")
    exempt = One(
        "Kan parten se dokumentet?",
        [
            ("", "Ja"),
            ("fvl § 18 a første ledd", "Nei. Det er skrevet bare til eget bruk."),
            (
                "fvl § 19 første ledd bokstav d",
                "Nei. Av hensyn til helsen eller dem som står nær.",
            ),
            ("fvl § 19 andre ledd bokstav a", "Nei. Det gjelder helsen til en annen."),
            (
                "fvl § 19 andre ledd bokstav b",
                "Nei. Andre særlige grunner gjør at det ikke bør fortelles.",
            ),
        ],
        required=False,
        initial="",
        help_text="Sier dere nei, må dere svare skriftlig når parten ber om å se det.",
    )

    def command(self) -> documents.FileDocument:
        """Return what is filed, with the file kept."""
        setting, taken = self.setting, self.cleaned_data["scan"]
        history, document = setting.case.history, uuid7()
        attachments.keep(
            history.municipality,
            document,
            taken.content,
            party=Party(history.person, history.wrapped),
            at=setting.office.now,
            keys=setting.office.keys,
        )
        return documents.FileDocument(
            document=document,
            title=self.cleaned_data["title"],
            digest=taken.digest,
            scanned=taken.scanned,
            exempt=self.cleaned_data["exempt"],
        )
