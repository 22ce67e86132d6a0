#!/usr/bin/env python3
"""Plants one defect at a random place of a corpus submission and asks the program for it.

usage: mutate.py [--seeds N] [--first S] [--languages en,fr,…] [--rules a,b,…] [--layouts text,pages,form,…] [--keep DIR] [--details]

For each rule, language and seed: a submission without its own defects, one planted; both are typeset and read. A planted
defect is found when a finding of its rule stands at its place. A finding at warning or above that the submission did not have
before, and that is neither the defect nor its necessary consequence, is an added false alarm. Prints a Markdown table.
"""
import argparse
import copy
import os
import pathlib
import random
import re
import sys
import tempfile
import tomllib
from collections import Counter

TREE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TREE / "corpus"), str(TREE / "tests" / "accuracy"), str(TREE / "tests" / "mutation")]
from compare import PAIRS, SEVERITIES, extract, finds, norm, paths_of_extract  # noqa: E402
from plant import CONSEQUENCES, GOALS, MUTATORS, filling  # noqa: E402
from variants import VARIANTS  # noqa: E402
from typeset import html, odt, text  # noqa: E402
from typeset.source import DEFECT, build, chunks_of  # noqa: E402

LAYOUTS = {"text": ("text", {"label": "top"}), "pages": ("text", {"pages": True}),
           "form": ("weasyprint", {"label": "top", "footer": True}),
           "bordered": ("office", {"label": "centred", "borders": True, "footer": True}),
           "flat": ("weasyprint", {"header": True, "footer": True}), "word": ("office", {"word": True, "footer": True})}
SUFFIX = {"text": ".txt"}


def clean_source(path):
    """The submission's source with bodies as lists of chunks, without its defects: what it lacks is filled in."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    source["defect"] = []
    targets = {t.get("official", t["number"]): t for t in source["target"]}
    source["target"] = [targets.get(n) or {"number": n} for n in (1, 2, 3, 4)]
    for number, t in enumerate(source["target"], 1):
        t.update(number=number)
        t.pop("title", None)
        if len(t.get("goals", [])) < GOALS[number]:
            t["goals"] = list(range(1, GOALS[number] + 1))
        bodies = {s["kind"]: s for s in t.get("section", [])}
        t["section"] = [bodies.get(kind) or {"kind": kind} for kind in ("undertaken", "planned")]
        for s in t["section"]:
            s["chunks"] = [c for c in chunks_of(s.get("body", "")) if not DEFECT.search(c)] or [filling(source, s["kind"])]
    return source


def typeset(source, layout, path, office):
    for t in source["target"]:
        for s in t.get("section", []):
            s["body"] = "\n\n".join(s["chunks"])
    form, gold = build(source)
    program, style = LAYOUTS[layout]
    if form["language"] == "ar" and program == "weasyprint":  # its text layer of Arabic is broken
        program = "office"
    if program == "text":
        text.write_text(form, style, path)
    elif program == "weasyprint":
        html.write_pdf(form, style, path)
    else:
        office.append((form, style, path))
    return gold


def key(finding):
    return finding["rule"], norm(finding.get("quote"))[:80] or finding.get("absent") or norm(finding.get("message"))


def other_places(finding, paths):
    """Where the other of two places stands: in a pair, neither is the wrong one for sure."""
    return [paths.get(place.get("node") or "") for place in finding.get("related", [])] if finding["rule"] in PAIRS else []


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--languages", default="en,fr,es,ru,ar,zh,de,pt,it", type=lambda s: s.split(","))
    parser.add_argument("--rules", default=list(MUTATORS), type=lambda s: s.split(","))
    parser.add_argument("--layouts", default=["text"], type=lambda s: s.split(","))
    parser.add_argument("--program", default=os.environ.get("PLUMBLINE", TREE / "build/release/app/plumbline"))
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args()

    bases = {}
    for path in sorted((TREE / "corpus" / "submissions").glob("*/submission.toml")):
        source = clean_source(path)
        bases.setdefault(source["language"], []).append((path.parent.name, source))
    folder = args.keep or pathlib.Path(tempfile.mkdtemp())
    jobs, office, made = [], [], {}
    for language in args.languages:
        for layout in args.layouts:
            suffix = SUFFIX.get(LAYOUTS[layout][0], ".pdf")
            for name, source in bases[language]:
                made[name, layout] = folder / f"{name}.{layout}{suffix}"
                typeset(copy.deepcopy(source), layout, made[name, layout], office)
            for rule in args.rules:
                ways = [MUTATORS[rule], *VARIANTS.get(rule, [])]
                for seed in range(args.first, args.first + args.seeds):
                    way = ways[seed % len(ways)]  # in turn
                    pick = random.Random(f"{rule} {language} {layout} {seed}")
                    for name, source in pick.sample(bases[language], len(bases[language])):
                        mutant = copy.deepcopy(source)
                        if not way(mutant, pick):
                            continue
                        path = folder / f"{rule}.{way.__name__}.{language}.{layout}.{seed}{suffix}"
                        jobs.append((rule, language, name, layout, path, typeset(mutant, layout, path, office)))
                        break
    odt.convert(office)

    base_files = list(made.values())
    before = {path: Counter(key(f) for f in record["findings"])
              for path, record in zip(base_files, extract(args.program, base_files))}
    planted, found, alarms, told = Counter(), Counter(), Counter(), []
    for job, record in zip(jobs, extract(args.program, [j[4] for j in jobs])):
        rule, language, name, layout, path, gold = job
        paths = paths_of_extract(record)
        rest = list(record["findings"])
        for defect in gold["defects"]:
            planted[rule, language] += 1
            hit = next((f for f in rest if finds(defect, f, paths.get(f.get("node") or "", ""))
                        or defect["class"] == f["rule"] and defect["path"] in other_places(f, paths)), None)
            if hit:
                found[rule, language] += 1
                rest.remove(hit)
            else:
                told.append(f"missed {rule} in {path.name} (of {name}) at {defect['path']}: {defect['evidence'][:100]}")
        known = Counter(before[made[name, layout]])
        for f in rest:
            if known[key(f)] > 0:
                known[key(f)] -= 1
            elif SEVERITIES.index(f["severity"]) >= 1 and f["rule"] not in CONSEQUENCES.get(rule, {rule}) | {rule}:
                alarms[rule, language] += 1
                told.append(f"false alarm {f['rule']} in {path.name} (of {name}) at {f.get('node')}: "
                            f"{(f.get('quote') or f.get('message'))[:100]}")

    print("| rule | " + " | ".join(args.languages) + " | recall | added false alarms |")
    print("|" + "---|" * (len(args.languages) + 3))
    for rule in [*args.rules, None]:
        def total(counter, language=None):
            return sum(n for (r, one), n in counter.items() if (rule is None or r == rule) and language in (None, one))
        cells = [f"{total(found, one)}/{total(planted, one)}" for one in args.languages]
        recall = f"{total(found) / total(planted):.3f}" if total(planted) else "–"
        print("| " + " | ".join([f"`{rule}`" if rule else "**all**", *cells, recall, str(total(alarms))]) + " |")
    if args.details:
        print("\n".join(re.sub(r"\s+", " ", line) for line in told))


if __name__ == "__main__":
    main()
