"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The tables of the log; written and read through functions in the database."""

    name = "fotfeste.ledger"
    label = "ledger"
