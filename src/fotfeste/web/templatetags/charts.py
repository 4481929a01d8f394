"""Bars beside the numbers of a table, drawn here: no script, no style of their own."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def bar(value: int | None, most: int, part: int = 0) -> SafeString:
    """Return a bar as long as the value is of the most; a part of it can stand out.

    Who cannot see it has the number beside it, so it says nothing of its own. A hidden
    number has no bar: its length would tell it.
    """
    if value is None or most <= 0:
        return SafeString("")
    whole, first = _length(value, most), _length(part, most)
    return format_html(
        '<svg class="ff-bar" viewBox="0 0 100 8" preserveAspectRatio="none"'
        ' aria-hidden="true" focusable="false"><rect class="ff-track" width="100"'
        ' height="8"/><rect width="{}" height="8"/><rect class="ff-part" width="{}"'
        ' height="8"/></svg>',
        whole,
        first,
    )


def _length(value: int, most: int) -> int:
    """Return the length in hundredths; what is not nothing can be seen."""
    return max(round(100 * value / most), 1) if value else 0
