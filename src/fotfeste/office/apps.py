"""The office as a Django app."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The lists of cases, the drafts, and the one door to the log."""

    name = "fotfeste.office"
    label = "office"
