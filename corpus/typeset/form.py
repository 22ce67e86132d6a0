"""The form: what is printed of a submission, before any layout.

form = {language, heading, party, date_line, header, preface: [text], targets: [target], footnotes: {mark: text}}
target = {number, heading, title, goals: [{label, text}], sections: [section]}
section = {kind: "undertaken" | "planned", heading, label, groups: [{heading, blocks: [block]}]}
block = {type: "paragraph", text} | {type: "list", ordered, items: [text]} | {type: "table", columns, rows}
Texts may hold footnote marks, "[^name]".
"""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
WORDS = json.loads((HERE.parent / "words.json").read_text(encoding="utf-8"))
ROMAN = ["0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
HAN = "零一二三四五六七八九十"
RIGHT_TO_LEFT = {"ar"}
MARK = re.compile(r"\[\^([^\]]+)\]")


def target_heading(pattern, number, title):
    """"Policy target No. {number}:" and a title, as one printed line."""
    name = str(number) if number is not None else ""
    roman = ROMAN[number] if number is not None and 0 <= number <= 10 else name
    han = HAN[number] if number is not None and 0 <= number <= 10 else name
    label = pattern.format(number=name, roman=roman, han=han)
    joint = "" if label.endswith("：") else " "
    return f"{label}{joint}{title}".strip()


def form_of_gold(gold, words=None):
    """A form with the template's own labels from a gold structure (seed or corpus)."""
    language = gold.get("language", "en")
    words = words or WORDS[language]
    form = {"language": language, "heading": gold.get("heading") or words["heading"][0],
            "party": gold.get("party") or gold.get("country", ""), "date_line": gold.get("date_line", ""),
            "header": words["heading"][1], "preface": [], "targets": [], "footnotes": {}}
    for t in gold["targets"]:
        sections = []
        if t.get("undertaken") is not None:
            groups = [{"heading": g.get("heading"), "blocks": paragraphs(g["paragraphs"])}
                      for g in t["undertaken"]["groups"]]
            sections.append(section("undertaken", words, groups))
        if t.get("planned") is not None:
            sections.append(section("planned", words, [{"heading": None, "blocks": paragraphs(t["planned"]["actions"])}]))
        form["targets"].append({
            "number": t["number"], "title": t["title"],
            "heading": target_heading(words["target_label"][0], t["number"], t["title"]),
            "goals": [{"label": words["goal_label"][0], "text": g} for g in t["goals"]], "sections": sections})
    return form


def section(kind, words, groups):
    return {"kind": kind, "heading": words[f"{kind}_heading"][0], "label": words[f"{kind}_label"][0], "groups": groups}


def paragraphs(items):
    """Blocks of gold items; what was a list item or a row becomes a paragraph unless it says its kind."""
    blocks = []
    for item in items:
        text = item if isinstance(item, str) else item["text"]
        kind = "paragraph" if isinstance(item, str) else item.get("kind", "paragraph")
        if kind == "row":
            cells = item["cells"]
            if not (blocks and blocks[-1]["type"] == "table" and blocks[-1]["columns"] == item["columns"]):
                blocks.append({"type": "table", "columns": item["columns"], "rows": []})
            blocks[-1]["rows"].append(cells)
        elif kind == "item":
            if not (blocks and blocks[-1]["type"] == "list"):
                blocks.append({"type": "list", "ordered": bool(item.get("ordered")), "items": []})
            blocks[-1]["items"].append(text)
        else:
            blocks.append({"type": "paragraph", "text": text})
    return blocks
