"""Sending a picture from a telephone, with scripts and without."""

import io

import pytest
from PIL import Image
from tests.browser.applying import NEXT
from tests.browser.people import People

pytestmark = pytest.mark.browser


def picture() -> dict[str, object]:
    made = io.BytesIO()
    Image.effect_noise((1200, 900), 60).save(made, "JPEG", quality=95)
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": made.getvalue()}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_picture_goes_with_the_application(
    people: People, width: int, scripts: bool
) -> None:
    nora = people.citizen("nora", width, java_script_enabled=scripts)
    page = nora.page
    nora.go("/enebakk/sok/situasjon/")
    page.get_by_role("textbox").fill("Jeg vil ha hjelp.")
    nora.press(NEXT)
    nora.go("/enebakk/sok/vedlegg/")
    page.get_by_label("Hva er det?").fill("Brev fra legen")
    page.get_by_label("Velg en fil").set_input_files(
        {"name": "x.exe", "mimeType": "image/jpeg", "buffer": b"MZ no picture"}
    )
    nora.press("Legg ved")
    nora.sees("Vi kan ikke åpne denne typen fil")
    assert page.get_by_label("Hva er det?").input_value() == "Brev fra legen"
    page.get_by_label("Velg en fil").set_input_files(picture())
    nora.press("Legg ved")
    nora.sees("Dette følger med søknaden", "Brev fra legen")
    nora.follow("Ferdig")
    nora.sees("Brev fra legen", "Endre bilder og papirer")
    nora.go("/enebakk/sok/vedlegg/")
    nora.come(page.get_by_role("button", name="Ta bort Brev fra legen"))
    assert not page.get_by_text("Dette følger med søknaden").is_visible()
    nora.go("/enebakk/sok/")
    nora.press("Slett svarene")
