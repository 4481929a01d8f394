"""Make the tables of people, employees and readings, fenced by municipality."""

from django.db import migrations, models

_TABLES = ("access_person", "access_employee", "access_reading")
_FENCE = [
    statement
    for table in _TABLES
    for statement in (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY fence ON {table}"
        " USING (municipality = fotfeste_municipality())",
    )
]
_GRANTS = [
    "GRANT SELECT, INSERT, UPDATE ON access_person TO fotfeste_runtime",
    "GRANT SELECT, INSERT, UPDATE ON access_employee TO fotfeste_runtime",
    "GRANT SELECT, INSERT ON access_reading TO fotfeste_runtime",
]
# The fence and the question in one call; `party` and `find` differ in what is known.
_FIND = """
CREATE FUNCTION {name}(p_municipality text, p_known {kind})
RETURNS TABLE (person uuid, wrapped bytea) LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('fotfeste.municipality', p_municipality, true);
    RETURN QUERY
    SELECT p.id, k.wrapped FROM access_person p
    JOIN ledger_data_key k ON k.municipality = p.municipality AND k.person = p.id
    WHERE p.municipality = p_municipality AND p.{column} = p_known;
END
$$
"""


class Migration(migrations.Migration):
    """People, employees and readings."""

    initial = True
    dependencies = (("ledger", "0001_log"),)
    operations = (
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "municipality",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("municipality", models.TextField()),
                ("id", models.UUIDField()),
                ("lookup", models.BinaryField(null=True)),
                ("sealed", models.BinaryField()),
            ],
            options={"db_table": "access_person"},
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(
                fields=("municipality", "lookup"), name="one_person_for_a_number"
            ),
        ),
        migrations.CreateModel(
            name="Employee",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "municipality",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("municipality", models.TextField()),
                ("id", models.UUIDField()),
                ("name", models.TextField()),
                ("role", models.TextField()),
                ("unit", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
            ],
            options={"db_table": "access_employee"},
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "municipality",
                        "id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("municipality", models.TextField()),
                ("id", models.UUIDField()),
                ("person", models.UUIDField()),
                ("stream", models.UUIDField()),
                ("employee", models.UUIDField()),
                ("name", models.TextField()),
                ("unit", models.TextField()),
                ("ground", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "access_reading"},
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(
                fields=["municipality", "person", "-at"], name="readings_of_a_person"
            ),
        ),
        migrations.RunSQL(
            "; ".join(_FENCE + _GRANTS), reverse_sql=migrations.RunSQL.noop
        ),
        migrations.RunSQL(
            [
                _FIND.format(name="access_party", kind="uuid", column="id"),
                _FIND.format(name="access_find", kind="bytea", column="lookup"),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    )
