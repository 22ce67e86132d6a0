#!/usr/bin/env python3
"""Measures which calendar expressions of other libraries' test suites are found, and with which bounds.

usage: date_expressions.py FILE.jsonl [--program P] [--details]

Looked at: expressions that name a year and are relevant to policy (no clock times, no "tomorrow"), whose suite says which
days they mean. Found: some expression, taken or not, covers it. Right: its bounds are the suite's, whose ends may be
exclusive (Recognizers: the start of the last unit) or left out (a point that stands for the whole unit).
Left out by design: clock times, weekdays, expressions without a year, durations and sets.
"""
import argparse
import datetime
import json
import re
import subprocess
from collections import defaultdict

YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")


def days_wanted(expression):
    """(earliest, latest, is_point) that the suite gives, or None."""
    wanted = expression.get("resolution")
    if isinstance(wanted, list):
        wanted = wanted[0] if wanted else None
    if isinstance(wanted, dict) and isinstance(wanted.get("future"), dict):
        wanted = wanted["future"]
    if not isinstance(wanted, dict):
        timex = expression.get("timex") or ""
        return (timex, timex, True) if DAY.match(timex) and len(timex) == 10 else None
    first = wanted.get("start") or wanted.get("startDate") or wanted.get("value") or wanted.get("date")
    last = wanted.get("end") or wanted.get("endDate") or wanted.get("end_exclusive")
    if not isinstance(first, str) or not DAY.match(first):
        return None
    return first[:10], (last[:10] if isinstance(last, str) and DAY.match(last) else first[:10]), last is None


def is_right(found, wanted):
    first, last, is_point = wanted
    earliest, latest = found["earliest"], found["latest"]
    if is_point:
        return (earliest or first) <= first <= (latest or first)
    if earliest and earliest != first:
        return False
    if not latest or latest == last:
        return True
    day_behind = str(datetime.date.fromisoformat(latest) + datetime.timedelta(1))
    return day_behind == last or last[:7] == latest[:7] or last == latest[:4] + "-01-01" or first < last <= latest


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file")
    arguments.add_argument("--program", default="build/dev/app/plumbline")
    arguments.add_argument("--details", action="store_true")
    options = arguments.parse_args()
    records = [json.loads(line) for line in open(options.file, encoding="utf-8")]
    asked = "".join(json.dumps({"id": r["id"], "lang": r["lang"], "text": r["text"],
                                "report_date": (r.get("reference_date") or "")[:10]}) + "\n" for r in records)
    answer = subprocess.run([options.program, "timeframes", "--jsonl"], input=asked, capture_output=True, text=True, check=True)
    answers = {a["id"]: a for a in map(json.loads, answer.stdout.splitlines())}
    counts, left_out = defaultdict(lambda: [0, 0, 0, 0]), defaultdict(int)
    for record in records:
        for e in record["expressions"]:
            if not e.get("policy_relevant") or e["type"] not in ("date", "daterange") or not YEAR.search(e["text"]):
                left_out[(e["type"], "no year" if e.get("policy_relevant") else "not for policy")] += 1
                continue
            count = counts[(record["source"], record["lang"])]
            count[0] += 1
            end = e["start"] + e["length"]
            hits = [x for x in answers[record["id"]]["expressions"] if x["start"] < end and e["start"] < x["start"] + x["length"]]
            wanted = days_wanted(e)
            count[1] += bool(hits)
            count[2] += wanted is not None
            right = wanted is not None and any(is_right(x, wanted) for x in hits)
            count[3] += right
            if options.details and (not hits or (wanted and not right)):
                print(f"{record['id']}: {e['text']!r} wanted {wanted} got {[(x['text'], x['earliest'], x['latest']) for x in hits]}")
    print("| source | language | with a year | found | with known days | right |\n|---|---|---|---|---|---|")
    total = [0, 0, 0, 0]
    for key, count in sorted(counts.items()):
        total = [a + b for a, b in zip(total, count)]
        print(f"| {key[0]} | {key[1]} | {count[0]} | {count[1] / count[0]:.3f} | {count[2]} | {count[3] / max(1, count[2]):.3f} |")
    print(f"| **all** | | {total[0]} | {total[1] / max(1, total[0]):.3f} | {total[2]} | {total[3] / max(1, total[2]):.3f} |")
    print("\nLeft out: " + ", ".join(f"{n} {kind} ({why})" for (kind, why), n in sorted(left_out.items())))


if __name__ == "__main__":
    main()
