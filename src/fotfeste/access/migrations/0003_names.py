"""Let a person be found by name and day of birth, through keyed hashes of them."""

from pathlib import Path

from django.db import migrations, models

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Hashes of names and days of birth."""

    dependencies = (("access", "0002_grounds"),)
    operations = (
        migrations.RunSQL(
            [_SQL],
            reverse_sql=migrations.RunSQL.noop,
            state_operations=[
                migrations.AddField("person", "born", models.BinaryField(null=True))
            ],
        ),
    )
