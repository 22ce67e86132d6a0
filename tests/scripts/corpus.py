#!/usr/bin/env python3
"""Holds every file of the corpus to its expected structure and findings.

usage: corpus.py [PART OF A NAME …]      The program is $PLUMBLINE, else build/release/app/plumbline.

What the program cannot do yet stands, with the reason, in corpus/shortcomings.txt; it is shown and counted as skipped.
"""
import json
import os
import pathlib
import sys

TREE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "tests" / "accuracy"))
from compare import Comparison, compare_findings, extract  # noqa: E402

ENDINGS = {".pdf", ".txt", ".docx", ".odt"}


def read_shortcomings():
    """{"NAME.pdf structure": reason}"""
    known = {}
    for line in (TREE / "corpus" / "shortcomings.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            what, reason = line.split(":", 1)
            known[what.strip()] = reason.strip()
    return known


def main(wanted):
    known = read_shortcomings()
    program = os.environ.get("PLUMBLINE", TREE / "build/release/app/plumbline")
    files = [f for f in sorted((TREE / "corpus" / "submissions").glob("*/*")) if f.suffix in ENDINGS
             and (not wanted or any(w in f.name for w in wanted))]
    records = extract(program, files)
    passed = failed = skipped = 0
    for file, record in zip(files, records):
        gold = json.loads((file.parent / f"{file.parent.name}.gold.json").read_text(encoding="utf-8"))
        structure = Comparison().add(gold, record)
        problems = [] if structure.is_whole() else list(structure.lines())
        missed, extra = compare_findings(gold, record)
        findings = [f"missed {d['class']} at {d['path']}: {d['evidence'][:90]}" for d in missed]
        findings += [f"false alarm {f['rule']} at {f.get('node')}: {(f.get('quote') or f.get('message') or '')[:90]}" for f in extra]
        for what, lines in (("structure", problems), ("findings", findings)):
            reason = known.get(f"{file.name} {what}")
            if reason and lines:
                skipped += 1
                print(f"{file.name}: {what}: known shortcoming: {reason}")
                continue
            if reason:
                print(f"{file.name}: {what}: passes now; take it from corpus/shortcomings.txt")
            passed, failed = passed + (not lines), failed + bool(lines)
            for line in lines:
                print(f"{file.name}: {what}: {line}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
