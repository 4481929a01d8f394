"""Keep the keys of people and of cases apart."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """No case has a person's key but the person's own file."""

    dependencies = (("ledger", "0002_person"),)
    operations = (
        migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop, elidable=False),
    )
