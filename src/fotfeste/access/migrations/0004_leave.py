"""Make the tables of who was given access and when, and of who is away."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Authorisations and leave."""

    dependencies = (("access", "0003_names"), ("ledger", "0001_log"))
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
