"""Writes docs/reference: `make docs`."""

from scripts.reference.pages import FOLDER, pages, written


def main() -> None:
    """Write every page, and take away those that are made no more."""
    made = pages()
    for name in written().keys() - made.keys():
        (FOLDER / name).unlink()
    for name, text in made.items():
        file = FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
