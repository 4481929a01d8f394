"""Let a draft have files of its own."""

from pathlib import Path

from django.db import migrations

_SQL = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """Which files belong to drafts."""

    dependencies = (("office", "0004_draft_age"),)
    operations = (migrations.RunSQL([_SQL], reverse_sql=migrations.RunSQL.noop),)
