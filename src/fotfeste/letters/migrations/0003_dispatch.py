"""Make the table of letters on their way, and of what was done about each."""

from pathlib import Path

from django.db import migrations, models

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Dispatches."""

    dependencies = (("letters", "0002_notice"),)
    operations = (
        migrations.RunSQL(
            [_SQL],
            reverse_sql=migrations.RunSQL.noop,
            state_operations=[
                migrations.AddField(
                    "storedletter", "bundle", models.BinaryField(null=True)
                )
            ],
        ),
    )
