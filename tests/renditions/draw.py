#!/usr/bin/env python3
"""Draws layouts at random and measures extraction on them: samples that nothing can have been fitted to.

usage: draw.py FOLDER --seed N [--count K] [--gold GOLD.json …] [--only canvas,web,…] [--details] [--program P]

Sample number i of seed N is the same whenever it is drawn. Each is FOLDER/N-i-PROGRAM-LANGUAGE.pdf (.docx, .odt) with its
structure and its style beside it (.json), and is measured: F1 of each kind, error rate of the texts, characters that
pdftotext finds and we do not. Without --gold, the submissions of the corpus that have no planted defect in their structure.
Planned actions are turned into tables with invented bodies and dates, paragraphs into lists, headings written another way,
as the dice fall. Run it with /usr/bin/python3, which has the packages that typeset.
"""
import argparse
import copy
import importlib
import json
import os
import pathlib
import random
import sys

TREE = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TREE / "corpus"), str(TREE / "tests" / "renditions"), str(TREE / "tests" / "accuracy")]
from compare import KINDS, Comparison, extract  # noqa: E402
from text_of_pages import characters, difference, pages_of_plumbline, run, words_of  # noqa: E402
from typeset.form import WORDS, form_of_gold, target_heading  # noqa: E402

PROGRAMS = {"canvas": {"en", "fr", "de", "ru"}, "web": None, "troff": {"en", "fr", "de"}, "tex": {"en", "fr", "de"}, "writer": None}
SUBMISSIONS = ["norvalia-2014", "castrel-2013", "valmeria-2014", "dravania-2015", "severia-2014", "qasrin-2015", "qinghe-2014"]
COLUMNS = {"en": ["Action", "Responsible", "Timeframe"], "fr": ["Action", "Responsable", "Calendrier"], "de": ["Maßnahme", "Zuständig", "Zeitrahmen"],
           "ru": ["Мера", "Ответственный", "Срок"], "ar": ["الإجراء", "الجهة المسؤولة", "الإطار الزمني"], "zh": ["行动", "负责单位", "时间"]}
BODIES = {"en": ["Ministry of Justice", "National Police", "Ministry of the Interior and its agencies", "Office for Children"],
          "fr": ["Ministère de la Justice", "Police nationale", "Office de l'enfance"], "de": ["Justizministerium", "Bundespolizei", "Amt für Jugend und Familie"],
          "ru": ["Министерство юстиции", "Национальная полиция", "Управление по делам семьи"], "ar": ["وزارة العدل", "الشرطة الوطنية", "مكتب حماية الطفل"],
          "zh": ["司法部", "国家警察局", "儿童事务办公室"]}
DATES = {"en": ["June 2016", "by the end of 2017", "second quarter of 2016"], "fr": ["juin 2016", "fin 2017"], "de": ["Juni 2016", "bis Ende 2017"],
         "ru": ["июнь 2016 года", "до конца 2017 года"], "ar": ["يونيو 2016", "نهاية عام 2017"], "zh": ["2016年6月", "2017年底前"]}


def text_of(item):
    return item if isinstance(item, str) else item["text"]


def is_plain(item):
    return isinstance(item, str) or (item.get("kind", "paragraph") == "paragraph" and item.get("role", "action") == "action")


def reshaped(gold, rng):
    """The gold with planned actions as a table, or some paragraphs as lists."""
    gold = copy.deepcopy(gold)
    language = gold.get("language", "en")
    as_table, as_list = rng.random() < 0.35, rng.random() < 0.25
    for t in gold["targets"]:
        planned = t.get("planned")
        if as_table and planned and planned["actions"] and not planned.get("headings") and all(map(is_plain, planned["actions"])):
            rows = []
            for a in planned["actions"]:
                cells = [text_of(a), rng.choice(BODIES[language]), rng.choice(DATES[language])]
                rows.append({"text": " | ".join(cells), "kind": "row", "cells": cells, "columns": COLUMNS[language]})
            planned["actions"] = rows
        if as_list:
            for g in (t.get("undertaken") or {"groups": []})["groups"]:
                if len(g["paragraphs"]) > 2 and all(map(is_plain, g["paragraphs"])):
                    ordered = rng.random() < 0.4
                    g["paragraphs"] = [{"text": text_of(p), "kind": "item", "ordered": ordered} for p in g["paragraphs"]]
    return gold


def form_of(gold, rng):
    form = form_of_gold(gold)
    words = WORDS[form["language"]]
    pattern = rng.choice(words["target_label"])
    breaks = rng.random() < 0.2
    for t in form["targets"]:
        t["heading"] = target_heading(pattern, t["number"], ("\n" if breaks else "") + t["title"])
    return form


def draw(seed, number, golds, programs, folder):
    """Makes sample `number`; returns its path."""
    rng = random.Random(f"{seed}/{number}")
    gold = reshaped(rng.choice(golds), rng)
    language = gold.get("language", "en")
    name = rng.choice([p for p in programs if PROGRAMS[p] is None or language in PROGRAMS[p]])
    program = importlib.import_module(f"drawn.{name}")
    style = program.draw_style(rng, language)
    path = folder / f"{seed}-{number}-{name}-{language}.{style.get('as', 'pdf')}"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        program.write_file(form_of(gold, rng), style, path, rng)
        path.with_suffix(".json").write_text(json.dumps({"style": style, "gold": gold}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def lost_characters(program, path):
    """How many characters pdftotext finds on its pages that we do not."""
    if path.suffix != ".pdf":
        return 0
    ours = [words_of(text) for text in pages_of_plumbline(program, path)]
    theirs = [words_of(text) for text in run("pdftotext", "-layout", "-enc", "UTF-8", path, "-").split("\f")]
    lost = 0
    for a, b in zip(ours, theirs):
        lost += sum(difference(a, b)[2].values())
    return lost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, default=25)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--gold", action="append", type=pathlib.Path, default=[])
    parser.add_argument("--only", default=",".join(PROGRAMS))
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--program", default=os.environ.get("PLUMBLINE", TREE / "build/release/app/plumbline"))
    args = parser.parse_args()
    files = args.gold or [TREE / "corpus" / "submissions" / s / f"{s}.gold.json" for s in SUBMISSIONS]
    golds = [json.loads(f.read_text(encoding="utf-8")) for f in files]
    print("| sample | kind | targets | goals | headings | undertaken | planned | text errors | lost |\n|" + "---|" * 9)
    total = Comparison()
    for number in range(args.first, args.first + args.count):
        try:
            path = draw(args.seed, number, golds, args.only.split(","), args.folder)
        except Exception as error:  # a program that cannot set this style
            print(f"| {number} | not made: {str(error)[:300]!r} |")
            continue
        made = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        c = Comparison().add(made["gold"], extract(args.program, [path], "--no-cache")[0])
        for key in ("matched", "wanted", "got"):
            getattr(total, key).update(getattr(c, key))
        total.errors, total.characters = total.errors + c.errors, total.characters + c.characters
        style = made["style"]
        kind = f"{style['kind']} {style.get('program', style.get('macros', ''))}".strip()
        print("| " + " | ".join([path.name, kind, *(f"{c.f1(k):.3f}" for k in KINDS), f"{100 * c.error_rate():.2f} %", str(lost_characters(args.program, path))]) + " |", flush=True)
        if args.details:
            for line in c.lines():
                print("    " + line)
    print("| **all** | | " + " | ".join([*(f"{total.f1(k):.3f}" for k in KINDS), f"{100 * total.error_rate():.2f} %"]) + " | |")


if __name__ == "__main__":
    main()
