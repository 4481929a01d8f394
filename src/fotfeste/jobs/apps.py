"""Jobs as a Django app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The followers; their queue is procrastinate's."""

    name = "fotfeste.jobs"
    label = "jobs"
