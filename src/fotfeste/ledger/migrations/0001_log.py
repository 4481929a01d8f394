"""Make the log, its fence, its chain and the role that may only add to it."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """The tables and functions of the log."""

    initial = True
    dependencies = ()
    operations = (
        migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop, elidable=False),
    )
