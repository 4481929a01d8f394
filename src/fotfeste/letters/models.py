"""The table of letters; words and PDF are sealed under the party's key."""

from django.db import models


class StoredLetter(models.Model):
    """A letter, made once for the event it follows from.

    event:   the event's key; with the kind it makes the letter's making idempotent.
    to_party: false for a letter to an authority, which the party sees a copy of.
    bundle:   the documents behind it; null where there are none.
    """

    pk = models.CompositePrimaryKey("municipality", "event", "kind")
    municipality = models.TextField()
    event = models.UUIDField()
    kind = models.TextField()
    stream = models.UUIDField()
    person = models.UUIDField()
    on = models.DateField()
    to_party = models.BooleanField()
    by_post = models.BooleanField()
    content = models.BinaryField()
    pdf = models.BinaryField()
    bundle = models.BinaryField(null=True)

    class Meta:
        db_table = "letters_letter"
        indexes = (
            models.Index(fields=("municipality", "stream"), name="letters_of_a_case"),
        )

    def __str__(self) -> str:
        return f"{self.kind}, {self.on}"
