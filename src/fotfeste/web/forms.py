"""Form fields with a label, a reason why we ask, and errors that say what to do."""

from datetime import date
from typing import Any
from unicodedata import category

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from fotfeste.law import national_identity_number
from fotfeste.web.lazy import Text


class Form(forms.Form):
    """A form drawn by `_form.html`; Django ties errors and explanations to fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def show_version(self, version: int) -> None:
        """Let the form, sent again, be about the version that stands now."""
        data = QueryDict(mutable=True)
        for name, values in dict(self.data).items():
            data.setlist(name, values)
        data["seen"] = str(version)
        self.data = data


def readable(text: str) -> str:
    """Return the text without what is no sign: control characters and the like."""
    return "".join(
        sign for sign in text if sign in "\n\t" or category(sign) not in _NONE
    )


_NONE = frozenset({"Cc", "Cn", "Co", "Cs"})


class Line(forms.CharField):
    """One line of text."""

    def to_python(self, value: Any) -> str:
        """Return the text without what cannot be read."""
        return readable(super().to_python(value) or "")

    def __init__(self, label: Text, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("required", False)
        autocomplete = kwargs.pop("autocomplete", "off")
        kind = kwargs.pop("kind", "text")
        kwargs["error_messages"] = {
            "required": _("Skriv noe her."),
            "max_length": _("Teksten er for lang. Kort den ned til 200 tegn."),
        } | kwargs.pop("error_messages", {})
        attrs = {"class": "ds-input", "autocomplete": autocomplete}
        widget = forms.TextInput(attrs=attrs)
        widget.input_type = kind
        super().__init__(label=label, widget=widget, **kwargs)


class IdentityNumber(Line):
    """A national identity number, typed with or without spaces."""

    def clean(self, value: Any) -> str:
        """Return the number without spaces, if it is one."""
        number = national_identity_number.without_spaces(super().clean(value))
        if number and national_identity_number.fault(number):
            raise forms.ValidationError(
                _("Nummeret er ikke et fødselsnummer eller D-nummer. Se etter feil.")
            )
        return number


class Words(forms.CharField):
    """Several lines, in somebody's own words."""

    def to_python(self, value: Any) -> str:
        """Return the text without what cannot be read; lines end as lines do here."""
        return readable((super().to_python(value) or "").replace("\r\n", "\n"))

    def __init__(self, label: Text, *, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 10_000)
        kwargs["error_messages"] = {
            "required": _("Skriv noe her. Det trenger ikke være langt."),
            "max_length": _("Teksten er for lang. Kort den ned til 10 000 tegn."),
        } | kwargs.pop("error_messages", {})
        attrs = {"class": "ds-input", "rows": rows}
        super().__init__(label=label, widget=forms.Textarea(attrs=attrs), **kwargs)


_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)
_FAR = _("Datoen er for langt unna. Se om året er riktig.")


class Day(forms.DateField):
    """A date; `first` is the earliest that makes sense."""

    def __init__(self, label: Text, *, first: date = _FIRST, **kwargs: Any) -> None:
        kwargs["error_messages"] = {
            "required": _("Velg en dato."),
            "invalid": _("Datoen finnes ikke. Skriv den som dag.måned.år."),
        }
        super().__init__(
            label=label,
            widget=forms.DateInput(
                attrs={"class": "ds-input ff-short", "type": "date"}, format="%Y-%m-%d"
            ),
            input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"],
            validators=[
                MinValueValidator(first, _FAR),
                MaxValueValidator(_LAST, _FAR),
            ],
            **kwargs,
        )


class One(forms.TypedChoiceField):
    """One of a few; `coerce` makes it what a command holds.

    only: what is told where there is no choice, and nothing is asked.
    """

    only: Text = ""

    def __init__(self, label: Text, choices: Any, **kwargs: Any) -> None:
        kwargs["error_messages"] = {
            "required": _("Velg ett av svarene."),
            "invalid_choice": _("Velg ett av svarene på listen."),
        }
        widget = forms.RadioSelect(attrs={"class": "ds-input"})
        super().__init__(label=label, choices=choices, widget=widget, **kwargs)


class Pick(forms.ChoiceField):
    """One of many, from a list that opens."""

    def __init__(self, label: Text, **kwargs: Any) -> None:
        kwargs["error_messages"] = {
            "required": _("Velg fra listen."),
            "invalid_choice": _("Velg fra listen."),
        }
        widget = forms.Select(attrs={"class": "ds-input"})
        super().__init__(label=label, widget=widget, **kwargs)


class Several(forms.MultipleChoiceField):
    """One or more of several."""

    def __init__(self, label: Text, **kwargs: Any) -> None:
        kwargs["error_messages"] = {
            "required": _("Velg minst én ting."),
            "invalid_choice": _("Velg fra listen."),
        }
        widget = forms.CheckboxSelectMultiple(attrs={"class": "ds-input"})
        super().__init__(label=label, widget=widget, **kwargs)


class Seen(forms.IntegerField):
    """The version of the case on the screen; it travels with the form."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
