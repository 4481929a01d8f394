"""Let employees register which street they live in, so that neighbours are seen."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """A keyed hash of the employee's street."""

    dependencies = (("access", "0005_review"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
