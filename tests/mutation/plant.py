"""The defects that mutate.py plants: one function a rule, each (source, random) -> whether it could.

A source is that of submission.toml with each section's body as a list of chunks. What is planted carries the mark of its
defect ("{!rule|evidence}"), or adds to source["defect"].
"""
import json
import pathlib
import re

from typeset.form import WORDS
from typeset.source import goal_text

PHRASES = json.loads((pathlib.Path(__file__).parent / "phrases.json").read_text(encoding="utf-8"))
# Findings that follow from a defect of a rule, besides its own.
CONSEQUENCES = {
    "missing-target": {"broken-cross-reference", "unmeasured-goal", "repeated-boilerplate"},
    "duplicate-number": {"missing-target", "out-of-order", "broken-cross-reference", "repeated-boilerplate"},
    "missing-section": {"broken-cross-reference", "unmeasured-goal", "undefined-acronym"},
    "empty-section": {"broken-cross-reference", "unmeasured-goal", "undefined-acronym"},
    "impossible-date": {"undated-action"}, "reversed-range": {"undated-action"},
    "completed-in-planned": {"undated-action"},
    "duplicate-action": {"repeated-boilerplate"},
    "truncated-sentence": {"undated-action", "vague-timeframe"},
    "goal-drift": {"missing-goal"},
}


GOALS = {1: 2, 2: 1, 3: 1, 4: 2}  # how many the template asks for


def phrases(source):
    return PHRASES[source["language"]]


def dated(source, text):
    year = source["year"]
    return text.replace("{q}", str(year - 1)).replace("{n}", str(year + 1)).replace("{m}", str(year + 3))


def filling(source, kind):
    """A sound sentence for a section that has none."""
    words = phrases(source)
    text = words["stale"][0].replace("{q}", "{n}") if kind == "planned" else words["name"][0].replace("{name}", "Aurelia")
    return dated(source, text)


def sections(source, kind):
    return [(t, s) for t in source["target"] for s in t.get("section", []) if s["kind"] == kind and s["chunks"]]


def is_paragraph(chunk):
    return not re.match(r"## |\||- |\d+\. |\[\^|~ ", chunk) and not chunk.endswith((":", "："))


def paragraph_places(section):
    """(section, index) of each paragraph long enough to work on."""
    return [i for i, c in enumerate(section["chunks"]) if is_paragraph(c)]


def put(source, pick, kind, text, rule=None, evidence=None):
    """Puts a paragraph (a row, an item where the section has only these) at a random place of a random section."""
    choices = sections(source, kind)
    if not choices:
        return False
    _, s = pick.choice(choices)
    places = [i for i, c in enumerate(s["chunks"]) if is_paragraph(c)] + [len(s["chunks"])]
    mark = f" {{!{rule}|{evidence or text}}}" if rule else ""
    last = s["chunks"][-1]
    at = pick.choice(places)
    if last.startswith("- ") and at == len(s["chunks"]):
        text = "- " + text
    s["chunks"].insert(at, text + mark)
    return True


def of_phrases(rule, name, kind="planned"):
    def mutate(source, pick):
        phrase = pick.choice(phrases(source)[name])
        text, evidence = (phrase, None) if isinstance(phrase, str) else phrase
        return put(source, pick, kind, dated(source, text), rule, evidence and dated(source, evidence))
    mutate.__name__ = name
    return mutate


def undated(source, pick):
    tables = [s for _, s in sections(source, "planned") if s["chunks"][-1].startswith("|")]
    if tables and pick.random() < 0.5:  # a row whose last cell says nothing
        text, s = pick.choice(phrases(source)["undated"]), pick.choice(tables)
        s["chunks"].append(f"| {text} | {s['chunks'][-1].strip('| ').split('|')[1].strip()} | – | {{!undated-action|{text}}}")
        return True
    return of_phrases("undated-action", "undated")(source, pick)


def names(source, pick):
    right, wrong = phrases(source)["names"]
    *good, bad = phrases(source)["name"]
    for text in good:
        put(source, pick, "undertaken", dated(source, text.replace("{name}", right)))
    return put(source, pick, "undertaken", dated(source, bad.replace("{wrong}", wrong)), "inconsistent-name", wrong)


def redefined(source, pick):
    first, second = phrases(source)["redefined"]
    name = re.search(r"[(（](\w+)[)）]", second).group(1)
    return put(source, pick, "undertaken", first) and put(source, pick, "undertaken", second, "redefined-acronym", name)


def acronym(source, pick):
    text, evidence = pick.choice(phrases(source)["acronym"])
    return put(source, pick, "undertaken", text, "undefined-acronym", evidence)


def url(source, pick):
    text, evidence = phrases(source)["url"]
    return put(source, pick, "undertaken", text, "broken-url", evidence)


def reference(source, pick):
    words = WORDS[source["language"]]
    text = pick.choice(phrases(source)["planned"])
    name = pick.choice(words["see_also"][:2]).format(number=7)
    stop = text[-1]
    opening, closing = ("（", "）") if source["language"] == "zh" else (" (", ")")
    return put(source, pick, "planned", dated(source, text[:-1]) + opening + name + closing + stop, "broken-cross-reference", name)


def leaked(source, pick):
    words = WORDS[source["language"]]
    kind = pick.choice(["undertaken", "planned"])
    choices = [(s, i) for _, s in sections(source, kind) for i in paragraph_places(s)]
    if not choices:
        return False
    s, i = pick.choice(choices)
    label = s.get("label") or source.get("words", {}).get(f"{kind}_label") or words[f"{kind}_label"][0]
    joint = "" if source["language"] == "zh" else " "
    s["chunks"][i] = f"{label}{joint}{s['chunks'][i]} {{!leaked-label|{label}}}"
    return True


def whole(source):
    """All four targets there, in order, each with both sections."""
    return [t["number"] for t in source["target"]] == [1, 2, 3, 4] and all(
        len(t.get("section", [])) == 2 and all(s["chunks"] for s in t["section"]) for t in source["target"])


def missing_target(source, pick):
    if not whole(source):
        return False
    del source["target"][pick.randrange(4)]
    source["defect"].append({"class": "missing-target", "path": "report"})
    return True


def duplicate_number(source, pick):
    if not whole(source):
        return False
    i = pick.randrange(1, 4)
    source["target"][i].update(number=i, official=i + 1)
    source["defect"].append({"class": "duplicate-number", "path": f"t{i}"})
    return True


def out_of_order(source, pick):
    if not whole(source):
        return False
    i = pick.randrange(3)
    targets = source["target"]
    targets[i], targets[i + 1] = targets[i + 1], targets[i]
    source["defect"].append({"class": "out-of-order", "path": f"t{i + 1}"})
    return True


def missing_goal(source, pick):
    choices = [t for t in source["target"] if len(t.get("goals", [])) == (2 if t.get("official", t["number"]) in (1, 4) else 1)]
    if not choices:
        return False
    t = pick.choice(choices)
    i = pick.randrange(len(t["goals"]))
    del t["goals"][i]
    source["defect"].append({"class": "missing-goal", "path": f"t{t['number']}.goals.{i + 1}"})
    return True


def missing_section(source, pick):
    if not whole(source):
        return False
    t = pick.choice(source["target"])
    s = t["section"].pop(pick.randrange(2))
    source["defect"].append({"class": "missing-section", "path": f"t{t['number']}.{s['kind']}"})
    return True


def empty_section(source, pick):
    if not whole(source):
        return False
    t = pick.choice(source["target"])
    s = pick.choice(t["section"])
    s["chunks"] = []
    source["defect"].append({"class": "empty-section", "path": f"t{t['number']}.{s['kind']}"})
    return True


def title_drift(source, pick):
    old, new = phrases(source)["title"]
    choices = [t for t in source["target"] if not t.get("title")
               and old in WORDS[source["language"]]["titles"][t.get("official", t["number"]) - 1][0]]
    if not choices:
        return False
    t = pick.choice(choices)
    t["title"] = WORDS[source["language"]]["titles"][t.get("official", t["number"]) - 1][0].replace(old, new)
    source["defect"].append({"class": "title-drift", "path": f"t{t['number']}", "evidence": t["title"]})
    return True


def goal_drift(source, pick):
    number, goal, old, new = phrases(source)["goal"]
    for t in source["target"]:
        if t.get("official", t["number"]) == number and len(t.get("goals", [])) >= goal:
            text = goal_text(WORDS[source["language"]], number, t["goals"][goal - 1])
            if old not in text:
                text = WORDS[source["language"]]["goals"][number - 1][goal - 1][0]
            t["goals"][goal - 1] = text.replace(old, new)
            source["defect"].append({"class": "goal-drift", "path": f"t{t['number']}.goals.{goal}", "evidence": text.replace(old, new)})
            return True
    return False


def duplicate(source, pick):
    choices = [(s, i) for kind in ("undertaken", "planned") for _, s in sections(source, kind) for i in paragraph_places(s)]
    s, i = pick.choice(choices)
    places = [j for j in paragraph_places(s) if j > i] + [len(s["chunks"])]
    s["chunks"].insert(pick.choice(places), s["chunks"][i] + " {!duplicate-action}")
    return True


def boilerplate(source, pick):
    planned = sections(source, "planned")
    choices = [(t, s, i) for t, s in planned for i in paragraph_places(s)]
    if not choices or len(planned) < 2:
        return False
    t, s, i = pick.choice(choices)
    _, other = pick.choice([p for p in planned if p[0] is not t])
    other["chunks"].append(s["chunks"][i] + " {!repeated-boilerplate}")
    return True


def unmeasured(source, pick):
    for t in source["target"]:
        if t.get("official", t["number"]) == 1:
            for s in t["section"]:
                s["chunks"] = [c for c in s["chunks"] if not re.search(r"%|per ?cent|Prozent|процент|в? ?المائة|百分", c)]
            source["defect"].append({"class": "unmeasured-goal", "path": f"t{t['number']}.goals.1"})
            return True
    return False


def truncated(source, pick):
    choices = [(s, i) for kind in ("undertaken", "planned") for _, s in sections(source, kind) for i in paragraph_places(s)
               if len(s["chunks"][i]) > 60]
    if not choices:
        return False
    s, i = pick.choice(choices)
    text = re.sub(r"\[\^[^\]]+\]", "", s["chunks"][i])
    start = max(text.rfind(". ", 0, -2), text.rfind("。", 0, -2), 0)
    cut = start + int((len(text) - start) * pick.uniform(0.5, 0.85))
    if source["language"] != "zh":
        cut = text.rfind(" ", 0, cut)
    text = text[:cut].rstrip(" ,;:.，、。")
    s["chunks"][i] = text + f" {{!truncated-sentence|{text[-40:]}}}"
    return len(text) > 30


MUTATORS = {
    "missing-target": missing_target, "missing-goal": missing_goal, "missing-section": missing_section,
    "empty-section": empty_section, "duplicate-number": duplicate_number, "out-of-order": out_of_order,
    "title-drift": title_drift, "goal-drift": goal_drift, "undated-action": undated,
    "vague-timeframe": of_phrases("vague-timeframe", "vague"), "stale-timeframe": of_phrases("stale-timeframe", "stale"),
    "impossible-date": of_phrases("impossible-date", "impossible"), "reversed-range": of_phrases("reversed-range", "reversed"),
    "completed-in-planned": of_phrases("completed-in-planned", "completed"),
    "planned-in-undertaken": of_phrases("planned-in-undertaken", "planned", "undertaken"),
    "broken-cross-reference": reference, "inconsistent-figure": of_phrases("inconsistent-figure", "figure", "undertaken"),
    "inconsistent-name": names, "undefined-acronym": acronym, "redefined-acronym": redefined, "duplicate-action": duplicate,
    "repeated-boilerplate": boilerplate, "unmeasured-goal": unmeasured, "leaked-label": leaked, "truncated-sentence": truncated,
    "broken-url": url,
}
