"""Make the list of cases, the drafts, and the one call that records a command."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")

# The job queue and the sessions are others' tables; the program only uses them.
_GRANTS = """
GRANT SELECT, INSERT, UPDATE, DELETE ON procrastinate_jobs, procrastinate_events,
    procrastinate_workers, procrastinate_periodic_defers, django_session
    TO fotfeste_runtime;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO fotfeste_runtime;
"""


class Migration(migrations.Migration):
    """Cases, drafts and office_record."""

    initial = True
    dependencies = (
        ("ledger", "0001_log"),
        ("sessions", "0001_initial"),
        ("procrastinate", "__latest__"),
    )
    operations = (
        migrations.RunSQL([_SQL, _GRANTS], reverse_sql=migrations.RunSQL.noop),
    )
