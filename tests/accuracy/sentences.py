#!/usr/bin/env python3
"""Measures the reading of timeframes on sentences that were labelled before the program read them.

usage: sentences.py [FILE…] [--program P] [--details]

A FILE (default: tests/accuracy/sentences/*.txt) has lines "language xx", "date YYYY-MM-DD" and "STATUS [LAST-DAY] | text";
{…} encloses what is not the action's date, LAST-DAY is "-" where it is open and "?" where it is not looked at.
Wrong: another status, another last day, or anything within {…} taken.
"""
import argparse
import glob
import json
import os
import re
import subprocess


def read(path):
    """Records with what is expected of them."""
    language, date = "", "2013-03-01"
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith(("language ", "date ")):
            key, value = line.split(" ", 1)
            language, date = (value, "2013-03-01") if key == "language" else (language, value)
            continue
        expected, marked = line.split(" | ", 1)
        text, others = "", []
        for part in re.split(r"([{}])", marked):
            if part == "{":
                others.append([len(text), 0])
            elif part == "}":
                others[-1][1] = len(text)
            else:
                text += part
        yield {"id": f"{os.path.basename(path)}:{number}", "lang": language, "report_date": date, "text": text}, \
            expected.split(), others


def mistake(answer, expected, others):
    """What is wrong about the answer, or nothing."""
    if answer["status"] != expected[0]:
        return f"{answer['status']} {answer['latest'] or '-'}"
    if expected[0] == "dated" and len(expected) > 1 and expected[1] != "?" and (answer["latest"] or "-") != expected[1]:
        return f"last day {answer['latest'] or '-'}"
    for e in answer["expressions"]:
        if e["role"] == "timeframe" and any(e["start"] < end and start < e["start"] + e["length"] for start, end in others):
            if e.get("kind") not in ("vague", "ongoing"):
                return f"takes {e['text']!r} ({e['reason']})"
    return ""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("files", nargs="*", default=sorted(glob.glob(os.path.dirname(os.path.abspath(__file__)) + "/sentences/*.txt")))
    arguments.add_argument("--program", default="build/dev/app/plumbline")
    arguments.add_argument("--details", action="store_true")
    options = arguments.parse_args()
    for path in options.files:
        records = list(read(path))
        asked = "".join(json.dumps(record) + "\n" for record, _, _ in records)
        output = subprocess.run([options.program, "timeframes", "--jsonl"], input=asked, capture_output=True, text=True, check=True)
        answers = {a["id"]: a for a in map(json.loads, output.stdout.splitlines())}
        wrong, total, taken, distractors = {}, {}, 0, 0
        counts = {"tp": 0, "fp": 0, "fn": 0}
        for record, expected, others in records:
            language, answer = record["lang"], answers[record["id"]]
            total[language] = total.get(language, 0) + 1
            got, want = answer["status"] in ("dated", "recurring"), expected[0] in ("dated", "recurring")
            counts["tp"] += got and want
            counts["fp"] += got and not want
            counts["fn"] += want and not got
            distractors += len(others)
            taken += sum(any(e["role"] == "timeframe" and e["start"] < end and start < e["start"] + e["length"]
                             for e in answer["expressions"]) for start, end in others)
            if why := mistake(answer, expected, others):
                wrong[language] = wrong.get(language, 0) + 1
                if options.details:
                    print(f"{record['id']} {language}: wanted {' '.join(expected)}, got {why}: {record['text']}\n    "
                          f"{[(e['text'], e['role'] == 'timeframe', e['reason'], e['latest']) for e in answer['expressions']]}")
        n, bad = sum(total.values()), sum(wrong.values())
        f1 = 2 * counts["tp"] / max(1, 2 * counts["tp"] + counts["fp"] + counts["fn"])
        print(f"{os.path.basename(path)}: {bad} of {n} wrong ({100 * bad / max(1, n):.1f} %), F1 of \"dated\" {f1:.3f}, "
              f"{taken} of {distractors} distractors taken; wrong by language: "
              + ", ".join(f"{k} {wrong.get(k, 0)}/{v}" for k, v in total.items()))


if __name__ == "__main__":
    main()
