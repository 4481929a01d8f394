"""The form that files a scanned paper in a case."""

from fotfeste.procedures.documents import commands as documents
from fotfeste.web.attached import Attached, keep_in_case
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
        taken = self.cleaned_data["scan"]
        return documents.FileDocument(
            document=keep_in_case(self.setting, taken),
            title=self.cleaned_data["title"],
            digest=taken.digest,
            scanned=taken.scanned,
            exempt=self.cleaned_data["exempt"],
        )
