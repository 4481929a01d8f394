"""A municipality's colours, as a style sheet laid over the usual one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fotfeste.access.policy import NotFoundError
from fotfeste.rulebook.theme import BLACK, NIGHT, TINTS, WHITE, Theme, mixed
from fotfeste.web.public.here import here

_SHADES = {"surface-hover": 20, "surface-active": 28, "border-subtle": 40}


@require_safe
@cache_control(public=True, max_age=3600)
def colours(request: HttpRequest, municipality: str) -> HttpResponse:
    """Give the municipality's colours."""
    del request
    theme = here(municipality).pack.theme
    if theme is None:
        raise NotFoundError
    return HttpResponse(style_sheet(theme), content_type="text/css")


def style_sheet(theme: Theme) -> str:
    """Return the rules: every shade is mixed from the two colours of the theme."""
    day = _rules(theme.accent, WHITE, BLACK)
    night = _rules(theme.accent_dark, NIGHT, WHITE)
    dark = "@media (prefers-color-scheme: dark)"
    return f":root {{ {day} }}\n{dark} {{ :root {{ {night} }} }}\n"


def _rules(accent: str, ground: str, text: str) -> str:
    shades = {
        **{name: mixed(accent, ground, much) for name, much in TINTS.items()},
        **{name: mixed(accent, ground, much) for name, much in _SHADES.items()},
        "border-default": mixed(accent, ground, 85),
        "border-strong": accent,
        "text-subtle": accent,
        "text-default": mixed(accent, text, 45),
        "base-default": accent,
        "base-hover": mixed(accent, text, 85),
        "base-active": mixed(accent, text, 70),
    }
    return " ".join(
        f"--ds-color-accent-{name}: {colour};" for name, colour in shades.items()
    )
