#!/usr/bin/env python3
"""Measures which calendar expressions of other libraries' test suites are found, and with which bounds.

usage: date_expressions.py FILE.jsonl [--program P] [--details]

Looked at: expressions that name a year and are relevant to policy (no clock times, no "tomorrow"), whose suite says which
days they mean. Found: some expression, taken or not, covers it. Right: its bounds are the suite's, whose ends may be
exclusive (Recognizers: the start of the last unit) or left out (a point that stands for the whole unit).
Left out of what is asked: clock times, weekdays, expressions without a year, durations and sets. What differs is sorted, by rules
that look at the expression and at both readings, into

  convention   another opinion on the same words: month before day in digits, which months or days an "end", a "middle" or a
               week has, whether "after 1 January" includes that day
  by design    ends that are "now" or "tomorrow", festivals and lunar days, weekdays, a month and its year set apart by a dot or dash
  upstream     the suite says that its own library does not support it (`not_supported_upstream` names its first platform)
  wrong        the rest

"of supported" is the share that is right of all but the first three.
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


NOT_MEANT = re.compile(
    r"\b(now|yesterday|tomorrow|today|aujourd'hui|demain|hier|maintenant|ahora|mañana|hoy|ayer|christmas|weihnachten|natale|noël|"
    r"monday|tuesday|dienstag|vendredi|viernes|lunes|lundi|last week)\b|农历|正月|冬至|大年|春$", re.IGNORECASE)
APART = re.compile(r"\d\s*[.\-~]\s+\d|\d\s+[.\-~]\s*\d|^\d{4} \d\d \d\d$|\d~\d|^\d\d, \d{4}$")


def swapped(day):
    year, month, number = day.split("-")
    return f"{year}-{number}-{month}"


def why_different(record, expression, hits, wanted):
    """Of an expression that is not right: "convention", "by design", "upstream" or "wrong"."""
    first, last, is_point = wanted
    text = expression["text"]
    for hit in hits:
        earliest, latest = hit["earliest"], hit["latest"]
        if re.search(r"\d[/-]\d", text) and (earliest in (first, swapped(first)) and latest in (last, swapped(last))):
            return "convention"
        if earliest and not is_point and earliest[:4] == first[:4] and first[5:] in ("09-01", "07-02"):
            return "convention"  # thirds of a year, or its last two months; the middle's days
        if earliest and earliest[:4] == first[:4] and first[5:] == "09-01" and not latest:
            return "convention"
        if earliest and not latest and is_point and 0 < (datetime.date.fromisoformat(earliest) - datetime.date.fromisoformat(first)).days <= 1:
            return "convention"
        if earliest and latest and re.search(r"week|semaine|settimana|semana", text, re.IGNORECASE) \
                and not re.search(r"(third|3rd|2nd) last", text):
            if abs((datetime.date.fromisoformat(earliest) - datetime.date.fromisoformat(first)).days) == 7:
                return "convention"
    if NOT_MEANT.search(text) or APART.search(text):
        return "by design"
    if "dotnet" in (record.get("not_supported_upstream") or ""):
        return "upstream"
    return "wrong"


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
    counts, left_out = defaultdict(lambda: [0, 0, 0, 0, 0, 0, 0]), defaultdict(int)
    kinds = ["convention", "by design", "upstream", "wrong"]
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
            why = why_different(record, e, hits, wanted) if wanted and not right else ""
            if why in kinds[:3]:
                count[4 + kinds.index(why)] += 1
            if options.details and (not hits or why):
                print(f"{why} {record['id']}: {e['text']!r} wanted {wanted} got {[(x['text'], x['earliest'], x['latest']) for x in hits]}")
    print("| source | language | with a year | found | with known days | right | convention | by design | upstream | of supported |")
    print("|---|---|---|---|---|---|---|---|---|---|")

    def row(source, language, count):
        supported = count[2] - sum(count[4:])
        print(f"| {source} | {language} | {count[0]} | {count[1] / max(1, count[0]):.3f} | {count[2]} | {count[3] / max(1, count[2]):.3f} | "
              f"{count[4]} | {count[5]} | {count[6]} | {count[3] / max(1, supported):.3f} |")

    total = [0] * 7
    for key, count in sorted(counts.items()):
        total = [a + b for a, b in zip(total, count)]
        row(*key, count)
    row("**all**", "", total)
    print("\nLeft out: " + ", ".join(f"{n} {kind} ({why})" for (kind, why), n in sorted(left_out.items())))


if __name__ == "__main__":
    main()
