"""Make the table of letters, fenced by municipality; a letter is never changed."""

from django.db import migrations, models

_SQL = [
    "ALTER TABLE letters_letter ENABLE ROW LEVEL SECURITY",
    "CREATE POLICY fence ON letters_letter"
    " USING (municipality = fotfeste_municipality())",
    "GRANT SELECT, INSERT ON letters_letter TO fotfeste_runtime",
]


class Migration(migrations.Migration):
    """Letters."""

    initial = True
    dependencies = (("ledger", "0001_log"),)
    operations = (
        migrations.CreateModel(
            name="StoredLetter",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "municipality",
                        "event",
                        "kind",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("municipality", models.TextField()),
                ("event", models.UUIDField()),
                ("kind", models.TextField()),
                ("stream", models.UUIDField()),
                ("person", models.UUIDField()),
                ("on", models.DateField()),
                ("to_party", models.BooleanField()),
                ("by_post", models.BooleanField()),
                ("content", models.BinaryField()),
                ("pdf", models.BinaryField()),
            ],
            options={"db_table": "letters_letter"},
        ),
        migrations.AddIndex(
            model_name="storedletter",
            index=models.Index(
                fields=["municipality", "stream"], name="letters_of_a_case"
            ),
        ),
        migrations.RunSQL("; ".join(_SQL), reverse_sql=migrations.RunSQL.noop),
    )
