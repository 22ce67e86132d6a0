#!/usr/bin/env python3
# docs/data-dictionary.md is made from the schemas of output/schema; here it is held to be current.
#   tests/scripts/data_dictionary.py --write   makes it
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, equal, finish, plumbline, run, tree  # noqa: E402

SCHEMAS = ("extract-1.0.0.schema.json", "node-record-1.0.0.schema.json")
PAGE = tree / "docs/data-dictionary.md"
HEAD = """# Data dictionary

Made from `output/schema/` by `tests/scripts/data_dictionary.py --write`; `plumbline schema` prints the schemas.
The version is MODEL.REVISION.ADDITION: a new ADDITION adds members, a new REVISION changes what one means, a new MODEL
takes members away. The file of a version is never edited once it has been released.
"""


def kind_of(schema):
    """What a value is, in words; names of other objects are links."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name})"
    if "allOf" in schema:
        return kind_of(schema["allOf"][0])
    if "oneOf" in schema:
        return " or ".join(kind_of(part) for part in schema["oneOf"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join("null" if value is None else f"`{value}`" for value in schema["enum"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if types == ["array"]:
        return "array of " + kind_of(schema["items"])
    if schema.get("pattern", "").startswith("^[0-9]{4}-"):
        types = ["date" if name == "string" else name for name in types]
    return " or ".join(types)


def cell(text):
    return text.replace("|", "\\|")


def rows(schema, prefix=""):
    for name, member in schema["properties"].items():
        optional = "" if name in schema.get("required", []) else " (may be absent)"
        yield f"| `{prefix}{name}` | {kind_of(member)}{optional} | {cell(member.get('description', ''))} |"
        for part in [member, *member.get("oneOf", [])]:
            if "properties" in part:
                yield from rows(part, f"{prefix}{name}.")


def table(schema):
    return "\n".join(["| member | value | meaning |", "|---|---|---|", *rows(schema)])


def page():
    parts, described = [HEAD], set()
    for file in SCHEMAS:
        schema = json.loads((tree / "output/schema" / file).read_text(encoding="utf-8"))
        parts.append(f"## {schema['title']} ({file})\n\n{schema['description']}\n")
        if "properties" in schema:
            parts.append(table(schema) + "\n")
        for name, definition in schema["definitions"].items():
            if name not in described:
                described.add(name)
                parts.append(f"### {name}\n\n{definition['description']}\n\n{table(definition)}\n")
    return "\n".join(parts)


def definitions_agree():
    """What both schemas define, they define alike."""
    first, second = (json.loads((tree / "output/schema" / file).read_text(encoding="utf-8"))["definitions"]
                     for file in SCHEMAS)
    for name in first.keys() & second.keys():
        equal(second[name], first[name], name)


def every_member_is_described():
    for file in SCHEMAS:
        schema = json.loads((tree / "output/schema" / file).read_text(encoding="utf-8"))
        for holder in [schema, *schema["definitions"].values()]:
            for name, member in holder.get("properties", {}).items():
                assert "$ref" in member or member.get("description"), f"{file}: {name}"


def program_prints(name, file):
    equal(run(plumbline, "schema", name).stdout, (tree / "output/schema" / file).read_text(encoding="utf-8"), name)


if "--write" in sys.argv:
    PAGE.write_text(page(), encoding="utf-8")
else:
    check("docs/data-dictionary.md is current", lambda: equal(PAGE.read_text(encoding="utf-8"), page()))
    check("definitions agree", definitions_agree)
    check("every member is described", every_member_is_described)
    check("the program prints extract", program_prints, "extract", SCHEMAS[0])
    check("the program prints node-record", program_prints, "node-record", SCHEMAS[1])
    finish()
