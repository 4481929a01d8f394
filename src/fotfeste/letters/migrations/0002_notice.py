"""Make the list of notices that are sent: of which event, and when, and nothing more."""

from django.db import migrations

_SQL = """
CREATE TABLE letters_notice (
    municipality text NOT NULL,
    event uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (municipality, event)
);
ALTER TABLE letters_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON letters_notice USING (municipality = fotfeste_municipality());
GRANT SELECT, INSERT ON letters_notice TO fotfeste_runtime;
"""


class Migration(migrations.Migration):
    """Notices."""

    dependencies = (("letters", "0001_letters"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
