"""The demo as a Django app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Made-up people, and a door for them; never installed in production."""

    name = "fotfeste.demo"
    label = "demo"
