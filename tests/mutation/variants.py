"""Further ways to plant the defects of plant.py, made of the submission's own words where that can be.

Each is (source, random) -> whether it could, as there. VARIANTS: rule -> those besides the first.
"""
import os
import re

from plant import CONSEQUENCES, dated, filling, of_phrases, paragraph_places, phrases, put, sections, whole
from typeset.form import WORDS
from typeset.source import goal_text

ADDRESSES = [  # address, evidence
    ("http:/www.example.org/parents.html", "http:/www"), ("http//www.example.org/parents.html", "http//www"),
    ("http://www.example,org/parents.html", "example,org"), ("www. example.org/parents.html", "www. example"),
    ("http:// www.example.org/parents.html", "http:// www"), ("http://www.example.org /parents.html", "http://www.example.org"),
    ("http://www.example.org/parents. html", "http://www.example.org/parents"),
    ("https://example.org/reports/annual- 2013.pdf", "https://example.org/reports/annual-"),
    ("htp://www.example.org/parents.html", "htp://"), ("http://www..example.org/parents.html", "www..example"),
]


def texts(source, kinds=("undertaken", "planned"), least=60):
    """(target, section, index) of paragraphs of some length."""
    return [(t, s, i) for kind in kinds for t, s in sections(source, kind) for i in paragraph_places(s)
            if len(s["chunks"][i]) >= (least // 3 if source["language"] == "zh" else least)]


def address(source, pick):
    text = phrases(source)["url"][0]
    wrong, evidence = pick.choice(ADDRESSES)
    return put(source, pick, "undertaken", re.sub(r"http://\S+ \S+html", wrong, text), "broken-url", evidence)


def restated(source, pick):
    """The same quantity under two targets, in other words, with two values."""
    first, second, evidence = (dated(source, text) for text in pick.choice(phrases(source)["restated"]))
    choices = sections(source, "undertaken")
    if len(choices) < 2:
        return False
    (_, one), (_, other) = (choices[k] for k in sorted(pick.sample(range(len(choices)), 2)))
    one["chunks"].append(first)
    other["chunks"].append(second + f" {{!inconsistent-figure|{evidence}}}")
    return True


def copied_figure(source, pick):
    """A paragraph with a count, said again under another target with another number."""
    choices = [(t, s, i, m) for t, s, i in texts(source, ("undertaken",))
               for m in re.finditer(r"(?<![\d.,:/–-])\b[2-9]\d{1,2}\b(?![\d.,:/%–-]|\s?(?:%|per|pour|por|Prozent|процент))", s["chunks"][i])
               if "[^" not in s["chunks"][i] and "(" not in s["chunks"][i]]
    if not choices:
        return False
    t, s, i, m = pick.choice(choices)
    others = [o for u, o in sections(source, "undertaken") if u is not t]
    value = int(m.group())
    wrong = str(value + pick.choice([-3, -2, 2, 4, 11]))
    text = s["chunks"][i]
    sentence_start = max(text.rfind(stop, 0, m.start()) + len(stop) for stop in (". ", "。", "! "))
    ends = [e for e in (text.find(stop, m.end()) for stop in (". ", "。")) if e >= 0]
    sentence = text[max(sentence_start, 0) if sentence_start > 1 else 0:min(ends) + 1 if ends else len(text)]
    if len(re.findall(r"\d+", sentence)) > 2:
        return False
    pick.choice(others)["chunks"].append(
        re.sub(rf"\b{value}\b", wrong, sentence) + f" {{!inconsistent-figure|{wrong}}}")
    return True


def slip(word, pick):
    """The word with two letters swapped, one left out, doubled or put in for another."""
    at = pick.randrange(1, len(word) - 2)
    while word[at] == word[at + 1]:
        at = pick.randrange(1, len(word) - 2)
    return pick.choice([word[:at] + word[at + 1] + word[at] + word[at + 2:], word[:at] + word[at + 1:],
                        word[:at] + word[at] + word[at:]])


def own_name(source, pick):
    """A body or programme that the submission itself names twice and more, misspelled once."""
    all_text = "\n".join(s["chunks"][i] for _, s, i in texts(source, least=0))
    pattern = r"(?<=[a-zа-яà-ÿ,] )([A-ZÀ-ÞА-Я][\w]{5,}) ([A-ZÀ-ÞА-Я][\w]{5,})"
    names = {m.group() for m in re.finditer(pattern, all_text)} if source["language"] not in ("de", "ar", "zh") else set()
    names = sorted(n for n in names if all_text.count(n) >= 3)
    if not names:
        return False
    name = pick.choice(names)
    wrong = " ".join(w if k else slip(w, pick) for k, w in enumerate(name.split())) if pick.random() < 0.5 else \
        " ".join(slip(w, pick) if k else w for k, w in enumerate(name.split()))
    places = [(s, i) for _, s, i in texts(source, least=0) if name in s["chunks"][i]]
    s, i = pick.choice(places)
    s["chunks"][i] = s["chunks"][i].replace(name, wrong, 1) + f" {{!inconsistent-name|{wrong}}}"
    return True


def party_name(source, pick):
    """The country's own name, misspelled once."""
    words = [w for w in re.findall(r"\w+", source["party"]) if len(w) > 5 and w[0].isupper()]
    places = [(s, i, w) for _, s, i in texts(source, least=0) for w in words[-1:]
              if re.search(rf"(?<=[a-z,] ){w}\b", s["chunks"][i])]
    if len(places) < 2:
        return False
    s, i, word = pick.choice(places)
    wrong = slip(word, pick)
    s["chunks"][i] = re.sub(rf"(?<=[a-z,] ){word}\b", wrong, s["chunks"][i], count=1) + f" {{!inconsistent-name|{wrong}}}"
    return True


def reworded(text, pick, language):
    """The text with a word left out or two put in, none of them a number or a name."""
    if language == "zh":
        return text.replace("将", "还将", 1) if "将" in text else text.replace("已", "也已", 1) if "已" in text else text[:-1] + "等。"
    words = text.split(" ")
    small = [k for k in range(2, len(words) - 2) if len(words[k]) > 3 and words[k].isalpha() and (words[k].islower() or language == "ar")]
    if not small:
        return text
    k = pick.choice(small)
    also = {"en": "also", "fr": "également", "es": "también", "ru": "также", "ar": "أيضا", "de": "auch", "pt": "também", "it": "anche"}
    return " ".join(words[:k] + [also[language]] + words[k:])


def duplicate_reworded(source, pick):
    choices = texts(source, least=90)
    if not choices:
        return False
    _, s, i = pick.choice(choices)
    s["chunks"].append(reworded(s["chunks"][i], pick, source["language"]) + " {!duplicate-action}")
    return True


def duplicate_within(source, pick):
    """Told again within a longer paragraph."""
    choices = texts(source, least=90)
    if not choices:
        return False
    _, s, i = pick.choice(choices)
    s["chunks"].append(filling(source, "undertaken") + " " + s["chunks"][i] + " {!duplicate-action}")
    return True


def duplicate_in_other_section(source, pick):
    choices = texts(source, ("undertaken",))
    if not choices:
        return False
    t, s, i = pick.choice(choices)
    planned = [o for u, o in sections(source, "planned") if u is t]
    if not planned:
        return False
    planned[0]["chunks"].append(s["chunks"][i] + " {!duplicate-action}")
    return True


def boilerplate_everywhere(source, pick):
    choices = texts(source, ("planned",))
    if not choices:
        return False
    t, s, i = pick.choice(choices)
    text = s["chunks"][i]
    others = [o for u, o in sections(source, "planned") if u is not t]
    for o in others:
        o["chunks"].append(text)
    source["defect"].append({"class": "repeated-boilerplate", "path": f"t{t['number']}.planned", "evidence": text})
    return len(others) > 1


def boilerplate_reworded(source, pick):
    choices = texts(source, least=90)
    if not choices:
        return False
    t, s, i = pick.choice(choices)
    others = [o for u, o in sections(source, s["kind"]) if u is not t]
    if not others:
        return False
    text = reworded(s["chunks"][i], pick, source["language"])
    common = os.path.commonprefix([text, s["chunks"][i]])
    if len(common) < 12:
        common = os.path.commonprefix([text[::-1], s["chunks"][i][::-1]])[::-1]
    pick.choice(others)["chunks"].append(f"{text} {{!repeated-boilerplate|{common}}}")
    return True


def cut_anywhere(source, pick):
    """A paragraph cut after any word of its last sentence, or inside a word."""
    choices = [c for c in texts(source) if "[^" not in c[1]["chunks"][c[2]]]
    if not choices:
        return False
    _, s, i = pick.choice(choices)
    text = s["chunks"][i]
    start = max(text.rfind(stop, 0, -2) for stop in (". ", "。", "! ")) + 2
    cut = start + int((len(text) - start) * pick.uniform(0.35, 0.9))
    if source["language"] != "zh" and pick.random() < 0.7:
        cut = text.find(" ", cut)
        if cut < 0:
            return False
    text = text[:cut].rstrip()
    if len(text) < 30 or text.endswith((".", "。", ":", "：", ";")):
        return False
    s["chunks"][i] = text + f" {{!truncated-sentence|{text[-40:]}}}"
    return True


def changed_words(text, pick, language):
    """The official wording with one word of its meaning left out, doubled by another, or changed."""
    if language == "zh":
        at = pick.randrange(2, len(text) - 3)
        return pick.choice([text[:at] + "经济" + text[at:], text[:at] + text[at + 2:]])
    words = text.split(" ")
    long = [k for k, w in enumerate(words) if len(w) > 5 and w.isalpha()]
    k = pick.choice(long)
    other = {"en": "economic", "fr": "économiques", "es": "económicas", "ru": "экономических", "ar": "الاقتصادية",
             "de": "wirtschaftlichen", "pt": "económicas", "it": "economiche"}[language]
    return " ".join(pick.choice([words[:k] + words[k + 1:], words[:k] + [other] + words[k:], words[:k] + [other] + words[k + 1:]]))


def title_words(source, pick):
    choices = [t for t in source["target"] if not t.get("title")]
    t = pick.choice(choices)
    official = WORDS[source["language"]]["titles"][t.get("official", t["number"]) - 1][0]
    title = changed_words(official, pick, source["language"])
    t["title"] = title[0].upper() + title[1:]
    source["defect"].append({"class": "title-drift", "path": f"t{t['number']}", "evidence": t["title"]})
    return True


def goal_words(source, pick):
    choices = [(t, g) for t in source["target"] for g, goal in enumerate(t.get("goals", []))
               if isinstance(goal, int) or re.fullmatch(r"\d[a-z]", str(goal))]
    if not choices:
        return False
    t, g = pick.choice(choices)
    words = WORDS[source["language"]]
    if words["goals"][0][0][0].startswith("Increase") and source["language"] != "en":
        return False  # goals that have no official wording in this language
    text = changed_words(goal_text(words, t.get("official", t["number"]), t["goals"][g]), pick, source["language"])
    t["goals"][g] = text
    source["defect"].append({"class": "goal-drift", "path": f"t{t['number']}.goals.{g + 1}", "evidence": text})
    return True


def reference_nine(source, pick):
    words = WORDS[source["language"]]
    choices = texts(source)
    _, s, i = pick.choice(choices)
    name = pick.choice(words["see_also"]).format(number=9)
    chunk = s["chunks"][i]
    opening, closing = ("（", "）") if source["language"] == "zh" else (" (", ")")
    s["chunks"][i] = chunk[:-1] + opening + name + closing + chunk[-1] + f" {{!broken-cross-reference|{name}}}"
    return "[^" not in chunk


def order_far(source, pick):
    if not whole(source):
        return False
    targets = source["target"]
    target = targets.pop(pick.randrange(2))
    targets.append(target)
    source["defect"].append({"class": "out-of-order", "path": f"t{target['number']}"})
    return True


def order_sections(source, pick):
    if not whole(source):
        return False
    t = pick.choice(source["target"])
    t["section"].reverse()
    source["defect"].append({"class": "out-of-order", "path": f"t{t['number']}.planned"})
    return True


def heading_gone(source, pick):
    """The heading and label of the planned section are gone; its actions stand on under the other."""
    if not whole(source):
        return False
    t = pick.choice(source["target"])
    first, second = t["section"]
    if second["chunks"][-1].startswith("|"):
        return False
    first["chunks"] += second["chunks"]
    t["section"] = [first]
    source["defect"].append({"class": "missing-section", "path": f"t{t['number']}.planned"})
    return True


def leaked_inside(source, pick):
    """A label's words between two sentences of a paragraph."""
    choices = [c for c in texts(source) if re.search(r"\. |。.", c[1]["chunks"][c[2]])]
    if not choices:
        return False
    _, s, i = pick.choice(choices)
    words = WORDS[source["language"]]
    label = s.get("label") or source.get("words", {}).get(f"{s['kind']}_label") or words[f"{s['kind']}_label"][0]
    joint = "" if source["language"] == "zh" else " "
    text = s["chunks"][i]
    stop = "。" if source["language"] == "zh" else ". "
    at = text.find(stop) + len(stop)
    if at < len(stop) or at > len(text) - 20:
        return False
    s["chunks"][i] = f"{text[:at]}{label}{joint}{text[at:]} {{!leaked-label|{label}}}"
    return True


CONSEQUENCES["missing-section"] |= {"planned-in-undertaken"}
CONSEQUENCES["duplicate-action"] |= {"completed-in-planned", "undated-action"}  # a deed copied under "planned"
CONSEQUENCES["leaked-label"] = {"truncated-sentence", "leaked-label"}
VARIANTS = {
    "missing-section": [heading_gone], "out-of-order": [order_far, order_sections], "title-drift": [title_words],
    "goal-drift": [goal_words], "broken-cross-reference": [reference_nine],
    "inconsistent-figure": [restated, copied_figure, of_phrases("inconsistent-figure", "sums", "undertaken")],
    "inconsistent-name": [own_name, party_name], "duplicate-action": [duplicate_reworded, duplicate_in_other_section, duplicate_within],
    "repeated-boilerplate": [boilerplate_everywhere, boilerplate_reworded], "leaked-label": [leaked_inside],
    "truncated-sentence": [cut_anywhere], "broken-url": [address],
}
