"""Tell what was read, and why by one who had no part in it."""

from pathlib import Path

from django.db import migrations, models

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


def _text(name: str, default: str = "") -> migrations.AddField:
    return migrations.AddField("reading", name, models.TextField(default=default))


class Migration(migrations.Migration):
    """The grounds of readings."""

    dependencies = (("access", "0001_people"),)
    operations = (
        migrations.RunSQL(
            [_SQL],
            reverse_sql=migrations.RunSQL.noop,
            state_operations=[
                _text("organisation"), _text("what", "case"), _text("reason"),
            ],
        ),
    )  # fmt: skip
