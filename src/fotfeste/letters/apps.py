"""Letters as a Django app."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The letters that were made, sealed."""

    name = "fotfeste.letters"
    label = "letters"
