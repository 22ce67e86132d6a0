#!/usr/bin/env python3
"""Measures how well structures are found: one gold structure in many layouts, a table row for each.

usage: structure.py GOLD.json FOLDER [--only NAME,…] [--details] [--program P] [--corpus]

Makes the layouts that are not yet in FOLDER (tests/renditions/make.py) and prints Markdown: F1 for each kind of node and the
error rate of matched texts. With --corpus, the files of corpus/submissions are measured instead, grouped by language.
"""
import argparse
import json
import os
import pathlib
import sys
from collections import defaultdict

TREE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TREE / "tests" / "accuracy"), str(TREE / "tests" / "renditions")]
from compare import KINDS, Comparison, compare_findings, extract  # noqa: E402

HEAD = ["targets", "goals", "headings", "undertaken", "planned", "text errors"]


def row(name, comparison):
    cells = [f"{comparison.f1(kind):.3f}" for kind in KINDS] + [f"{100 * comparison.error_rate():.2f} %"]
    return "| " + " | ".join([name, *cells]) + " |"


def print_table(rows, details, first="layout"):
    print("| " + " | ".join([first, *HEAD]) + " |")
    print("|" + "---|" * (len(HEAD) + 1))
    total = Comparison()
    for name, c in rows:
        print(row(name, c))
        for kind in KINDS:
            total.matched[kind] += c.matched[kind]
            total.wanted[kind] += c.wanted[kind]
            total.got[kind] += c.got[kind]
        total.errors += c.errors
        total.characters += c.characters
    print(row("**all**", total))
    if details:
        for name, c in rows:
            for line in c.lines():
                print(f"{name}: {line}")


def measure_corpus(program, details):
    by_language, findings = defaultdict(Comparison), [0, 0, 0]
    files = [f for f in sorted((TREE / "corpus" / "submissions").glob("*/*")) if f.suffix in {".pdf", ".txt", ".docx", ".odt"}]
    for file, record in zip(files, extract(program, files)):
        gold = json.loads((file.parent / f"{file.parent.name}.gold.json").read_text(encoding="utf-8"))
        by_language[f"{gold['language']} ({file.suffix[1:]})"].add(gold, record)
        missed, extra = compare_findings(gold, record)
        findings[0] += len(gold["defects"])
        findings[1] += len(missed)
        findings[2] += len(extra)
    print_table(sorted(by_language.items()), details, "language")
    wanted, missed, extra = findings
    print(f"\nfindings: {wanted - missed} of {wanted} defects found, {extra} false alarms in {len(files)} files")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=pathlib.Path)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--only", default="*")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--program", default=os.environ.get("PLUMBLINE", TREE / "build/release/app/plumbline"))
    args = parser.parse_args()
    if args.corpus:
        measure_corpus(args.program, args.details)
        return
    import make  # needs the typesetting programs only here
    from typeset.form import form_of_gold
    gold = json.loads(args.gold.read_text(encoding="utf-8"))
    files = make.make(form_of_gold(gold), args.folder, args.only.split(","))
    rows = [(file.stem, Comparison().add(gold, record)) for file, record in zip(files, extract(args.program, files))]
    print_table(rows, args.details)


if __name__ == "__main__":
    main()
