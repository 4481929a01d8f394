"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, styles and views."""

    name = "fotfeste.web"
    label = "web"
