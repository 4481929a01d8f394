"""Template tags for texts that may not be there in every language."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def said(text: str) -> str:
    """Return a text of the rulebook in the language that is on.

    Where nobody has translated it, it is bokmål, and marked so for who listens to it.
    """
    spoken = _(text) if text else ""
    if get_language() == "nb" or spoken != text or not text:
        return spoken
    return format_html('<span lang="nb">{}</span>', text)
