"""Template tags for texts that may not be there in every language."""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language

from fotfeste.letters.wording import in_language

register = template.Library()


@register.filter
def language_name(code: str) -> str:
    """Return what the language calls itself."""
    return dict(settings.LANGUAGES)[code]


@register.simple_tag
def said(text: str) -> str:
    """Return a text of the rulebook in the language that is on.

    Where English has nothing else, it is Norwegian, and marked so for who listens.
    """
    spoken = in_language(text)
    if get_language() != "en" or spoken != text:
        return spoken
    return format_html('<span lang="nb">{}</span>', text)
