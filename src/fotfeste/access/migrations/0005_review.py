"""Let the log of readings be paged, and reviewed by a leader."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Reviews of what a leader is warned of, and indexes to page the readings by."""

    dependencies = (("access", "0004_leave"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
