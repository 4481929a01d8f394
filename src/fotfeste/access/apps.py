"""Access as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """People, employees and the log of readings."""

    name = "fotfeste.access"
    label = "access"
