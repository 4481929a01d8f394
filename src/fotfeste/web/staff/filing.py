"""The form that files a scanned paper in a case."""

from django.forms import ClearableFileInput, FileField, ValidationError

from fotfeste.access.people import Party
from fotfeste.ledger.log import uuid7
from fotfeste.office import attachments
from fotfeste.procedures.documents import commands as documents
from fotfeste.web.forms import Line, One
from fotfeste.web.step_form import StepForm

_MEGABYTES = attachments.MOST_BYTES // 2**20


class FileDocumentForm(StepForm):
    """What the paper is, and the scan of it."""

    title = Line(
        "Hva er det?", required=True, help_text="For eksempel søknad eller fullmakt."
    )
    scan = FileField(
        label="Fil",
        help_text=f"PDF, JPEG eller PNG. Høyst {_MEGABYTES} MB.",
        widget=ClearableFileInput(
            attrs={"class": "ds-input", "accept": ".pdf,.jpg,.jpeg,.png"}
        ),
        error_messages={
            "required": f"Velg en fil. Den kan være på høyst {_MEGABYTES} MB.",
            "empty": "Filen er tom. Velg en annen.",
        },
    )

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

    def clean_scan(self) -> bytes:
        """Return the file, if it is small enough and of a kind we take."""
        file = self.cleaned_data["scan"]
        if (file.size or 0) > attachments.MOST_BYTES:
            raise ValidationError(
                f"Filen er for stor. Den kan være på høyst {_MEGABYTES} MB."
                " Skann den med lavere oppløsning."
            )
        content: bytes = file.read()
        if attachments.media_type_of(content) is None:
            raise ValidationError(
                "Filen er ikke PDF, JPEG eller PNG. Lagre den som en av disse."
            )
        return content

    def command(self) -> documents.FileDocument:
        """Return what is filed, with the file kept."""
        setting, content = self.setting, self.cleaned_data["scan"]
        history, document = setting.case.history, uuid7()
        attachments.keep(
            history.municipality,
            document,
            content,
            party=Party(history.person, history.wrapped),
            at=setting.office.now,
            keys=setting.office.keys,
        )
        return documents.FileDocument(
            document=document,
            title=self.cleaned_data["title"],
            digest=attachments.digest_of(content),
            exempt=self.cleaned_data["exempt"],
        )
