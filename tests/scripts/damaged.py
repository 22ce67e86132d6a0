#!/usr/bin/env python3
# Damaged submissions, made from the corpus: each gives one record with a status of the closed list; what is cut short
# is never called whole unless all its text was found.
#   tests/scripts/damaged.py [NUMBER] [SEED] [FOLDER]   how many (120); the folder keeps them
import json
import os
import pathlib
import random
import sys
import tempfile
from collections import Counter

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, finish, plumbline, run, tree  # noqa: E402
import damage  # noqa: E402

number = int(sys.argv[1]) if len(sys.argv) > 1 else 120
seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
STATUSES = {"ok", "partial", "unreadable"}
WIDE = ["--no-cache", "--no-ocr", "--quiet", "--stall", "3", "--timeout", "10"]


def records_of(folder, paths):
    out, listing = folder / "out.ndjson", folder / "listing"
    listing.write_bytes(b"\0".join(os.fsencode(path) for path in paths) + b"\0")
    result = run(plumbline, "extract", *WIDE, "--null", "--files-from", listing, "--output", f"ndjson={out}", expect=None,
                 timeout=3600)
    assert result.returncode in (0, 3), (result.returncode, result.stderr[-2000:])
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def sources():
    files = sorted(file for kind in ("pdf", "docx", "odt", "txt") for file in
                   (tree / "corpus" / "submissions").glob(f"*/*.{kind}") if file.stat().st_size < 120_000)
    assert files
    return files


def make(folder, chance):
    """[(path, the file it was made of, what was done)]"""
    made, files = [], sources()
    pdfs = [file for file in files if file.suffix == ".pdf"]
    for i in range(number):
        source = chance.choice(pdfs if chance.random() < 0.8 else files)
        name, change = chance.choice(damage.kinds_of(source))
        data = change(source.read_bytes(), chance)
        if data is None:
            continue
        path = folder / f"{i:05}.{name}{source.suffix}"
        path.write_bytes(data)
        made.append((path, source, name))
    return made


def each_has_one_record(folder):
    made = make(folder, random.Random(seed))
    originals = sorted({source for _, source, _ in made})
    whole = {source: record["coverage"]["characters"] for source, record in zip(originals, records_of(folder, originals))}
    records = records_of(folder, [path for path, _, _ in made])
    assert len(records) == len(made), f"{len(records)} records of {len(made)}"
    seen, wrong = Counter(), []
    for (path, source, name), record in zip(made, records):
        assert record["source"]["name"] == path.name, (record["source"]["name"], path.name)
        assert record["status"] in STATUSES, record["status"]
        seen[name, record["status"]] += 1
        if record["status"] != "ok":
            if not record["warnings"]:
                wrong.append(f"{path.name}: {record['status']} without a cause")
        elif name in damage.MUST_FAIL or (name in damage.CUTS and record["coverage"]["characters"] < whole[source]):
            wrong.append(f"{path.name}: ok, {record['coverage']['characters']} characters of {whole[source]}")
    for name in sorted({name for name, _ in seen}):
        print(f"{name:24}" + ", ".join(f"{seen[name, status]} {status}" for status in sorted(STATUSES) if seen[name, status]))
    assert not wrong, f"{len(wrong)}: " + "\n".join(wrong[:40])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else pathlib.Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        check(f"{number} damaged submissions", each_has_one_record, folder)
    finish()


main()
