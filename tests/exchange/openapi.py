"""A small reader of OpenAPI schemas: says all that is wrong with a body.

It knows the words that SvarUt's documents use, and stops at one it does not know: a
check that skips what it does not understand would be none.
"""

import json
import re
from datetime import datetime
from uuid import UUID

SILENT = {"description", "example", "default", "title", "format"}
KNOWN = SILENT | {
    "type", "required", "properties", "items", "enum", "pattern", "minLength",
    "maxLength", "minimum", "maximum", "maxItems", "minItems", "uniqueItems", "$ref",
}  # fmt: skip
TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
}  # fmt: skip


class Api:
    """One OpenAPI document."""

    def __init__(self, file):
        self.document = json.loads(file.read_text(encoding="utf-8"))

    def faults(self, name, body):
        """Return what is wrong with a body that should be of the named schema."""
        return list(self._faults({"$ref": f"#/components/schemas/{name}"}, body, name))

    def _faults(self, schema, body, where):
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/components/schemas/")
            schema = self.document["components"]["schemas"][name]
        unknown = set(schema) - KNOWN
        assert not unknown, f"The reader of schemas does not know {unknown}"
        kind = schema.get("type", "object")
        if not isinstance(body, TYPES[kind]) or (
            kind == "integer" and isinstance(body, bool)
        ):
            yield f"{where} is no {kind}"
            return
        yield from getattr(self, f"_{kind}")(schema, body, where)

    def _object(self, schema, body, where):
        properties = schema.get("properties", {})
        for name in schema.get("required", ()):
            if name not in body:
                yield f"{where}.{name} is missing"
        for name, value in body.items():
            if name not in properties:
                yield f"{where}.{name} is not in the contract"
            else:
                yield from self._faults(properties[name], value, f"{where}.{name}")

    def _array(self, schema, body, where):
        if not schema.get("minItems", 0) <= len(body) <= schema.get("maxItems", 10**6):
            yield f"{where} has {len(body)} items"
        if schema.get("uniqueItems") and len({json.dumps(b) for b in body}) < len(body):
            yield f"{where} has the same item twice"
        for number, item in enumerate(body):
            yield from self._faults(schema["items"], item, f"{where}[{number}]")

    def _string(self, schema, body, where):
        if (
            not schema.get("minLength", 0)
            <= len(body)
            <= schema.get("maxLength", 10**6)
        ):
            yield f"{where} has {len(body)} letters"
        if "pattern" in schema and not re.search(schema["pattern"], body):
            yield f"{where} is not as {schema['pattern']}"
        if "enum" in schema and body not in schema["enum"]:
            yield f"{where} is none of {schema['enum']}"
        try:
            match schema.get("format"):
                case "uuid":
                    UUID(body)
                case "date-time":
                    datetime.fromisoformat(body)
                case _:
                    pass
        except ValueError:
            yield f"{where} is no {schema['format']}"

    def _integer(self, schema, body, where):
        if not schema.get("minimum", body) <= body <= schema.get("maximum", body):
            yield f"{where} is {body}"

    def _boolean(self, schema, body, where):
        return ()
