"""Make the list of who may act for whom."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Powers of attorney, found from the representative."""

    dependencies = (("office", "0001_office"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
