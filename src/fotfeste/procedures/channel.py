"""How something came in, and so how the answer goes out."""

from typing import Literal

Channel = Literal["online", "paper", "telephone", "counter", "referral", "contact"]
"""referral: another service sent it; contact: it grew out of low-threshold contact."""


def by_post(channel: Channel) -> bool:
    """Test that whoever used the channel gets letters on paper."""
    return channel != "online"
