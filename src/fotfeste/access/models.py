"""Tables of people, employees and readings; each row belongs to one municipality."""

from django.db import models


class Person(models.Model):
    """Somebody the service knows, in one municipality only.

    lookup: keyed hash of the national identity number; null where none is known.
    sealed: name and number, under the person's own data key.
    born:   keyed hash of the day of birth; the words of the name have theirs beside.
    """

    pk = models.CompositePrimaryKey("municipality", "id")
    municipality = models.TextField()
    id = models.UUIDField()
    lookup = models.BinaryField(null=True)
    sealed = models.BinaryField()
    born = models.BinaryField(null=True)

    class Meta:
        db_table = "access_person"
        constraints = (
            models.UniqueConstraint(
                fields=("municipality", "lookup"), name="one_person_for_a_number"
            ),
        )

    def __str__(self) -> str:
        return str(self.id)


class Employee(models.Model):
    """Somebody who works in a unit, with a role, from a day to a day (inclusive)."""

    pk = models.CompositePrimaryKey("municipality", "id")
    municipality = models.TextField()
    id = models.UUIDField()
    name = models.TextField()
    role = models.TextField()
    unit = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "access_employee"

    def __str__(self) -> str:
        return self.name


class Reading(models.Model):
    """An employee read about a person: who, for whom, when, what, and why.

    organisation: the municipality they work in; after a merger, a successor.
    ground:       what their access rests on; `reason` where they had to give one.
    """

    pk = models.CompositePrimaryKey("municipality", "id")
    municipality = models.TextField()
    id = models.UUIDField()
    person = models.UUIDField()
    stream = models.UUIDField()
    employee = models.UUIDField()
    name = models.TextField()
    unit = models.TextField()
    ground = models.TextField()
    at = models.DateTimeField()
    organisation = models.TextField(default="")
    what = models.TextField(default="case")
    reason = models.TextField(default="")

    class Meta:
        db_table = "access_reading"
        indexes = (
            models.Index(
                fields=("municipality", "person", "-at"), name="readings_of_a_person"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}, {self.at}"
