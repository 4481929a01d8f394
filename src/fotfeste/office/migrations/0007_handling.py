"""Tell who has a case, whom it waits for, and whose cases are closed to others."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """The handling of cases in lists."""

    dependencies = (("office", "0006_waiting"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
