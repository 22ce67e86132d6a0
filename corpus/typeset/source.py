"""Reads submission.toml (its shape: corpus/README.md) and gives the form to typeset and the gold structure."""
import re
import tomllib

from .form import MARK, WORDS, target_heading

DEFECT = re.compile(r"\s*\{!([a-z-]+)(?:\|([^}]*))?\}\s*$")
BULLET = re.compile(r"^- (.*)$")
NUMBER = re.compile(r"^\d+\. (.*)$")
NOTE = re.compile(r"^\[\^([^\]]+)\]: (.*)$", re.S)


class SourceError(Exception):
    pass


def chunks_of(body):
    """Paragraphs of the body, each with its lines joined; list items and rows are chunks of their own."""
    chunk = []
    for line in [*body.strip("\n").split("\n"), ""]:
        line = line.strip()
        starts = BULLET.match(line) or NUMBER.match(line) or line.startswith(("|", "## ", "[^")) and not line.startswith("[^^")
        if chunk and (not line or starts):
            yield join(chunk)
            chunk = []
        if line:
            chunk.append(line)


def join(lines):
    """One text of several source lines; none of the blanks that a Chinese line end would bring."""
    text = lines[0]
    for line in lines[1:]:
        text += line if ord(text[-1]) > 0x2E80 and ord(line[0]) > 0x2E80 else " " + line
    return text


def take_defects(text):
    found = []
    while m := DEFECT.search(text):
        found.insert(0, (m.group(1), m.group(2)))
        text = text[:m.start()]
    return text, found


def clean(text):
    return " ".join(MARK.sub("", text).split())


def parse_body(body, footnotes):
    """([group with blocks], [group with items], [(item index in section, rule, evidence)])"""
    groups, golds, defects, index = [], [], [], 0

    def group(heading):
        groups.append({"heading": heading, "blocks": []})
        golds.append({"heading": heading, "items": []})

    for chunk in chunks_of(body):
        if m := NOTE.match(chunk):
            footnotes[m.group(1)] = m.group(2)
            continue
        if chunk.startswith("## "):
            group(chunk[3:])
            continue
        if not groups:
            group(None)
        text, marked = take_defects(chunk)
        blocks, items = groups[-1]["blocks"], golds[-1]["items"]
        if text.startswith("|"):
            cells = [c.strip() for c in text.strip("|").split("|")]
            if not (blocks and blocks[-1]["type"] == "table"):
                if items and items[-1].get("kind", "paragraph") == "paragraph" and items[-1]["text"].endswith((":", "：")):
                    items[-1]["role"] = "lead"
                blocks.append({"type": "table", "columns": cells, "rows": []})
                continue
            blocks[-1]["rows"].append(cells)
            item = {"text": " | ".join(clean(c) for c in cells), "kind": "row", "cells": [clean(c) for c in cells],
                    "columns": blocks[-1]["columns"]}
        elif m := BULLET.match(text) or NUMBER.match(text):
            ordered = not text.startswith("- ")
            if not (blocks and blocks[-1]["type"] == "list" and blocks[-1]["ordered"] == ordered):
                if items and items[-1].get("kind", "paragraph") == "paragraph" and items[-1]["text"].endswith((":", "：")):
                    items[-1]["role"] = "lead"
                blocks.append({"type": "list", "ordered": ordered, "items": []})
            blocks[-1]["items"].append(m.group(1))
            item = {"text": clean(m.group(1)), "kind": "item"}
        else:
            note = text.startswith("~ ")
            text = text[2:] if note else text
            blocks.append({"type": "paragraph", "text": text})
            item = {"text": clean(text), **({"role": "note"} if note else {})}
        items.append(item)
        index += 1
        defects += [(index, rule, evidence if evidence is not None else item["text"]) for rule, evidence in marked]
    return groups, golds, defects


def goal_text(words, target_number, goal):
    """1 = the official wording of the target's first goal; "1b" its second variant; other texts stand as they are."""
    if isinstance(goal, int):
        return words["goals"][target_number - 1][goal - 1][0]
    if re.fullmatch(r"\d[a-z]", goal):
        return words["goals"][target_number - 1][int(goal[0]) - 1][ord(goal[1]) - ord("a")]
    return goal


def read(path):
    """(source, form, gold) of a submission.toml."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    return source, *build(source, path)


def build(source, path="source"):
    """(form, gold) of a source as it stands in submission.toml."""
    language = source.get("language", "en")
    words = WORDS[language]
    labels = source.get("words", {})

    def word(key, index=0):
        return labels.get(key, words[key][index])

    notes = source.setdefault("footnotes", {})
    heading = word("heading")
    form = {"language": language, "heading": heading, "party": source["party"], "date_line": source.get("date_line", ""),
            "header": source.get("header", words["heading"][1]), "preface": source.get("preface", []), "targets": [],
            "footnotes": notes}
    gold = {"language": language, "heading": heading, "country": source["party"], "year": source.get("year"),
            "date": source.get("date"), "targets": [], "defects": []}
    for t in source["target"]:
        number = t["number"]
        official = t.get("official", number)  # which of the template's targets it is, where its number is wrong
        title = t.get("title") or words["titles"][official - 1][0]
        goals = [goal_text(words, official, g) for g in t.get("goals", [])]
        shown = {"number": number, "title": title, "goals": [], "sections": [],
                 "heading": target_heading(t.get("label") or word("target_label"), number, title)}
        for i, text in enumerate(goals, 1):
            shown["goals"].append({"label": word("goal_label").format(number=i), "text": text})
        entry = {"number": number, "title": clean(title), "goals": [clean(g) for g in goals], "undertaken": None, "planned": None}
        for s in t.get("section", []):
            kind = s["kind"]
            groups, golds, marked = parse_body(s.get("body", ""), notes)
            shown["sections"].append({"kind": kind, "heading": s.get("heading") or word(f"{kind}_heading"),
                                      "label": s.get("label") or word(f"{kind}_label"), "groups": groups})
            entry[kind] = ({"groups": [{"heading": g["heading"], "paragraphs": g["items"]} for g in golds]}
                           if kind == "undertaken" else
                           {"actions": [i for g in golds for i in g["items"]],
                            "headings": [[g["heading"], len(g["items"])] for g in golds if g["heading"]]})
            for index, rule, evidence in marked:
                place = f"t{number}.planned.a{index}" if kind == "planned" else f"t{number}.undertaken.a{index}"
                gold["defects"].append({"class": rule, "path": place, "evidence": evidence})
        form["targets"].append(shown)
        gold["targets"].append(entry)
    gold["defects"] += [{"class": d["class"], "path": d["path"], "evidence": d.get("evidence", "")}
                        for d in source.get("defect", [])]
    missing = [m for m in MARK.findall(str(form["targets"])) if m not in notes]
    if missing:
        raise SourceError(f"{path}: no footnote for [^{missing[0]}]")
    return form, gold
