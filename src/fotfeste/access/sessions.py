"""Sessions whose contents are sealed: that somebody was here is itself a secret."""

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db
from django.db import connection

from fotfeste.ledger.keys import Safe, SealBrokenError

_PLACE = "session"


class SessionStore(db.SessionStore):
    """Sessions in the database, under a key made from the installation's secret."""

    def load(self) -> dict[str, Any]:
        """Return the session's contents, in one plain query: every page does."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT session_data FROM django_session"
                " WHERE session_key = %s AND expire_date > now()",
                [self.session_key],
            )
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row[0])

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Return the session's contents as sealed text."""
        plain = json.dumps(session_dict).encode()
        return base64.b64encode(_safe().seal(plain, _PLACE)).decode()

    def decode(self, session_data: bytes | str) -> dict[str, Any]:
        """Return what was sealed; an empty session where the seal is broken."""
        try:
            opened = _safe().open(base64.b64decode(session_data), _PLACE)
        except (SealBrokenError, ValueError):
            return {}
        contents: dict[str, Any] = json.loads(opened)
        return contents


@lru_cache(maxsize=1)
def _safe() -> Safe:
    secret = f"fotfeste session {settings.SECRET_KEY}"
    return Safe(hashlib.sha256(secret.encode()).digest())
