"""The field for a file: taken in at once, or refused with what to do."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.forms import ClearableFileInput, FileField, ValidationError
from django.utils.translation import gettext_lazy

from fotfeste.access.people import Party
from fotfeste.ledger.log import uuid7
from fotfeste.office import attachments
from fotfeste.office.intake import (
    MOST_BYTES,
    NotTakenError,
    NotTakenReason,
    Taken,
    take_in,
)
from fotfeste.procedures.documents.stages import NOT_ASKED, Access
from fotfeste.web.step_form import Setting

TITLE = gettext_lazy("Hva er det?")
EXAMPLE = gettext_lazy("For eksempel brev fra legen, eller en fullmakt.")
FILE = gettext_lazy("Velg en fil, eller ta et bilde")
"""What is asked when somebody sends a file."""

_KINDS = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt,image/*"
_WHY = {
    NotTakenReason.EMPTY: gettext_lazy("Filen er tom. Velg en annen."),
    NotTakenReason.TOO_LARGE: gettext_lazy(
        "Filen er for stor. Den kan være på høyst 10 MB. Ta et nytt bilde med"
        " lavere oppløsning, eller del dokumentet opp."
    ),
    NotTakenReason.UNKNOWN_KIND: gettext_lazy(
        "Vi kan ikke åpne denne typen fil. Lagre den som PDF, JPEG, PNG, Word, Excel"
        " eller ODT, og prøv igjen."
    ),
    NotTakenReason.BROKEN_PICTURE: gettext_lazy(
        "Bildet lar seg ikke åpne. Ta det på nytt, eller velg et annet."
    ),
    NotTakenReason.HAS_PROGRAM: gettext_lazy(
        "Dokumentet har et program (makro) i seg. Lagre det uten, eller som PDF."
    ),
    NotTakenReason.HAS_VIRUS: gettext_lazy(
        "Viruskontrollen fant noe farlig i filen, så vi kan ikke ta imot den."
    ),
    NotTakenReason.NOT_SCANNED: gettext_lazy(
        "Viruskontrollen svarer ikke akkurat nå. Prøv igjen om litt. Det andre du har"
        " lagret, er der fortsatt."
    ),
}
"""What is said of each reason."""


class Attached(FileField):
    """A file of a kind and size we take in; its value is the file as it is kept."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text",
            gettext_lazy(
                "Bilde, PDF, Word, Excel eller ODT. Høyst 10 MB. Vi fjerner hvor bilder"
                " er tatt."
            ),
        )
        choose = gettext_lazy("Velg en fil på høyst 10 MB.")
        super().__init__(
            label=label,
            widget=ClearableFileInput(attrs={"class": "ds-input", "accept": _KINDS}),
            error_messages={
                "required": choose,
                "invalid": choose,
                "empty": _WHY[NotTakenReason.EMPTY],
            },
            **kwargs,
        )

    def clean(self, data: Any, initial: Any = None) -> Taken:
        """Return the file as it is kept."""
        file = super().clean(data, initial)
        if (file.size or 0) > MOST_BYTES:
            raise _refused(NotTakenReason.TOO_LARGE)
        try:
            return take_in(file.read(), settings.FOTFESTE_CLAMAV)
        except NotTakenError as error:
            raise _refused(error.reason) from error


def _refused(reason: NotTakenReason) -> ValidationError:
    return ValidationError(_WHY[reason], code=str(reason))


def in_case(setting: Setting, taken: Taken) -> UUID | None:
    """Return the key of the same file in the case, or None where it is not there."""
    access: Access = getattr(setting.case.case.file, "access", NOT_ASKED)
    same = [paper for paper in access.filed if paper.digest == taken.digest]
    return same[0].document if same else None


def keep_in_case(setting: Setting, taken: Taken) -> UUID:
    """Keep the file with the case's person, and return its key.

    A file that lies in the case already is not kept once more.
    """
    there = in_case(setting, taken)
    if there:
        return there
    history, document = setting.case.history, uuid7()
    attachments.keep(
        history.municipality,
        document,
        taken.content,
        party=Party(history.person, history.wrapped),
        at=setting.office.now,
        keys=setting.office.keys,
    )
    return document
