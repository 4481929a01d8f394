"""Packs that build on others: each is built once, from its base as that is built."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fotfeste.rulebook.documents import Document, Problem, has_ids
from fotfeste.rulebook.joined import built_on


@dataclass
class Extending:
    """The packs as they are written, and each with all that it builds on."""

    written: Mapping[str, Document]
    problems: list[Problem] = field(default_factory=list)
    _built: dict[str, Document | None] = field(default_factory=dict)

    def built(self, file: str) -> Document | None:
        """Return the pack with all it builds on, or None where a base is at fault."""
        if file not in self._built:
            self._built[file] = self._build(self.written[file])
        return self._built[file]

    def _build(self, own: Document) -> Document | None:
        name = own.data.get("extends")
        if name is None:
            return own
        base = self._base(own)
        if base is None or self._comes_back(own):
            self.problems.append(
                own.problem(
                    ("extends",),
                    f"«{name}» is not a pack one can build on",
                    "Name a pack as folder/date, such as «standard/2025-01-06»",
                )
            )
            return None
        whole = self.built(base.file)
        if whole is None:
            return None
        self.problems += _removed_in_vain(whole, own)
        return built_on(whole, own)

    def _base(self, own: Document) -> Document | None:
        return self.written.get(f"municipalities/{own.data.get('extends')}.yaml")

    def _comes_back(self, own: Document) -> bool:
        passed: set[str] = set()
        step = self._base(own)
        while step is not None and step.file not in passed:
            passed.add(step.file)
            step = self._base(step)
        return own.file in passed


def _removed_in_vain(base: Document, own: Document) -> Iterator[Problem]:
    """Yield what is to be taken away, but was never there."""
    for name, things in own.data.items():
        if not has_ids(things):
            continue
        inherited = base.data.get(name)
        known = {t["id"] for t in inherited} if has_ids(inherited) else set()
        for n, thing in enumerate(things):
            if thing.get("remove") is True and thing["id"] not in known:
                yield own.problem(
                    (name, n, "id"),
                    f"«{thing['id']}» is not among the {name} of the base",
                    f"Choose among {', '.join(sorted(known)) or 'none'},"
                    " or take the lines away",
                )
