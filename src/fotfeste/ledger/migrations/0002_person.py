"""Read a case together with what holds for its person."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """A person's own file, read with every case of theirs."""

    dependencies = (("ledger", "0001_log"),)
    operations = (
        migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop, elidable=False),
    )
