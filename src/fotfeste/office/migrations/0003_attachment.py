"""Make the place where files are kept."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Files that belong to cases."""

    dependencies = (("office", "0002_representation"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
