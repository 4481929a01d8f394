"""Sessions whose contents are sealed: that somebody was here is itself a secret."""

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends import db

from fotfeste.ledger.keys import Safe, SealBrokenError

_PLACE = "session"


class SessionStore(db.SessionStore):
    """Sessions in the database, under a key made from the installation's secret."""

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
