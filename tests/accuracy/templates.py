#!/usr/bin/env python3
"""Prints how submissions on other templates than the Global Alliance's are read, one line a file.

usage: templates.py FILE... (PDF, DOCX, text; $PLUMBLINE is the program, by default build/dev/app/plumbline)

For each: the pack and its score, targets, the kinds of its sections (those the pack does not name as "other"),
the share of its characters that some part claims, and its findings by rule.
"""
import collections
import json
import os
import subprocess
import sys


def describe(path):
    program = os.environ.get("PLUMBLINE", "build/dev/app/plumbline")
    command = [program, "extract", "--quiet", "--no-cache", "--no-ocr", "--format", "json", path]
    done = subprocess.run(command, capture_output=True, timeout=300)
    extract = json.loads(done.stdout)
    name = extract["source"]["name"]
    if not extract["pack"]:
        return f"{name}: no template recognised"
    report = extract["report"]
    targets = report.get("targets", [])
    sections = report.get("sections", []) + [s for t in targets for s in t["sections"]]
    kinds = collections.Counter(section["kind"] for section in sections)
    coverage = extract["coverage"]
    share = coverage["assigned"] / max(1, coverage["characters"])
    rules = collections.Counter(finding["rule"] for finding in extract["findings"])
    return (f"{name}: {extract['pack']['id']} {extract['pack']['score']:.2f}, {len(targets)} targets, {share:.0%} claimed\n"
            f"  sections: {', '.join(f'{kind} {count}' for kind, count in kinds.most_common())}\n"
            f"  findings: {', '.join(f'{rule} {count}' for rule, count in rules.most_common()) or 'none'}")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for path in sys.argv[1:]:
        print(describe(path))


main()
