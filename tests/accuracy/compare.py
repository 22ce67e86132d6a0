"""Compares extracts with gold structures: what is missed, what is extra, and the error rate of the text between.

Two texts are the same node when they are similar by 0.90, blanks aside; what differs then counts as text errors.
"""
import difflib
import json
import re
import subprocess
import unicodedata
from collections import Counter

KINDS = ("target", "goal", "group heading", "undertaken action", "planned action")
PAIRS = {"repeated-boilerplate", "duplicate-action", "redefined-acronym", "inconsistent-name", "inconsistent-figure",
         "duplicate-number"}  # rules about two places: the finding may stand at the other one
SEVERITIES = ("info", "warning", "error", "blocker")


SHAPES = str.maketrans("’‘“”‐‑", "''\"\"--")  # typesetters put the curved ones for the straight


def norm(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", (text or "").translate(SHAPES))).casefold()


def extract(program, files, *options):
    """One extract a file, in the order of the files."""
    run = subprocess.run([str(program), "extract", "--format", "ndjson", *options, *map(str, files)],
                         capture_output=True, text=True)
    records = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
    if len(records) != len(files):
        raise RuntimeError(f"{len(files)} files gave {len(records)} records (exit code {run.returncode}): {run.stderr[-600:]}")
    return records


def nodes_of_gold(gold):
    out = []
    for t in gold["targets"]:
        n = t["number"]
        out.append(("target", n, f"{n} {t['title']}"))
        out += [("goal", n, g) for g in t.get("goals") or []]
        for g in (t.get("undertaken") or {}).get("groups", []):
            if g.get("heading"):
                out.append(("group heading", n, g["heading"]))
            out += [("undertaken action", n, p["text"] if isinstance(p, dict) else p) for p in g["paragraphs"]]
        planned = t.get("planned") or {}
        out += [("group heading", n, h[0]) for h in planned.get("headings", [])]
        out += [("planned action", n, a["text"] if isinstance(a, dict) else a) for a in planned.get("actions", [])]
    return out


def nodes_of_extract(record):
    out = []
    for t in (record.get("report") or {}).get("targets", []):
        n = t.get("number")
        out.append(("target", n, f"{n} {t.get('title') or ''}"))
        out += [("goal", n, g["text"]) for g in t.get("goals") or []]
        for s in t.get("sections", []):
            for g in s.get("groups", []):
                if g.get("heading"):
                    out.append(("group heading", n, g["heading"]))
                out += [(f"{s['kind']} action", n, a["text"]) for a in g.get("actions", [])]
    return out


def similarity(a, b):
    if a == b:
        return 1.0
    if not a or not b or min(len(a), len(b)) / max(len(a), len(b)) < 0.8:
        return 0.0
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= 0.9 else 0.0


class Comparison:
    """matched, wanted, got: counts a kind; errors and characters of matched texts; missed and extra nodes."""

    def __init__(self):
        self.matched, self.wanted, self.got = Counter(), Counter(), Counter()
        self.errors = self.characters = 0.0
        self.missed, self.extra, self.changed = [], [], []

    def add(self, gold, record):
        wanted, got = nodes_of_gold(gold), nodes_of_extract(record)
        for kind in KINDS:
            a = [(node, norm(node[2])) for node in wanted if node[0] == kind]
            b = [(node, norm(node[2])) for node in got if node[0] == kind]
            self.wanted[kind] += len(a)
            self.got[kind] += len(b)
            free = set(range(len(b)))
            for exact in (True, False):  # exact matches first, so that a near one takes none of them
                rest = []
                for node, text in a:
                    best, at = 0.0, None
                    for j in sorted(free):
                        s = float(text == b[j][1] and node[1] == b[j][0][1]) if exact else similarity(text, b[j][1])
                        if s > best:
                            best, at = s, j
                        if best == 1.0:
                            break
                    if best < 0.9:
                        rest.append((node, text))
                        continue
                    free.discard(at)
                    self.matched[kind] += 1
                    self.characters += len(text)
                    self.errors += (1 - best) * len(text)
                    if best < 1.0:
                        self.changed.append((node, b[at][0]))
                a = rest
            self.missed += [node for node, _ in a]
            self.extra += [b[j][0] for j in sorted(free)]
        return self

    def f1(self, kind):
        total = self.wanted[kind] + self.got[kind]
        return 2 * self.matched[kind] / total if total else 1.0

    def error_rate(self):
        return self.errors / self.characters if self.characters else 1.0

    def is_whole(self, error_rate=0.005):
        return not self.missed and not self.extra and self.error_rate() <= error_rate

    def lines(self):
        for name, nodes in (("missed", self.missed), ("extra", self.extra)):
            for kind, target, text in nodes:
                yield f"{name} {kind} of target {target}: {text[:110]}"
        for wanted, got in self.changed:
            yield f"text of {wanted[0]} of target {wanted[1]}: {difference(wanted[2], got[2])}"


def difference(a, b):
    """The first place where two texts differ, blanks aside."""
    matcher = difflib.SequenceMatcher(None, norm(a), norm(b), autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            return f"…{matcher.a[max(0, i1 - 20):i2 + 12]}… is …{matcher.b[max(0, j1 - 20):j2 + 12]}…"
    return ""


def paths_of_extract(record):
    """Node id of the extract -> the gold's path for it ("t2.planned.1.3" -> "t2.planned.a3", by printed numbers)."""
    paths = {"report": "report"}
    for t in (record.get("report") or {}).get("targets", []):
        n = f"t{t.get('number')}"
        paths[t["id"]] = n
        for i, g in enumerate(t.get("goals") or [], 1):
            paths[g["id"]] = f"{n}.goals.{i}"
        for s in t.get("sections", []):
            paths[s["id"]] = f"{n}.{s['kind']}"
            k = 0
            for g in s.get("groups", []):
                paths[g["id"]] = f"{n}.{s['kind']}"
                for a in g.get("actions", []):
                    k += 1
                    paths[a["id"]] = f"{n}.{s['kind']}.a{k}"
    return paths


def finds(defect, finding, path):
    if defect["class"] != finding["rule"]:
        return False
    wanted, target = defect["path"], defect["path"].split(".")[0]
    quote, evidence = norm(finding.get("quote")), norm(defect.get("evidence"))
    if path == wanted:
        return True
    if defect["class"] == "out-of-order":  # either of the two that changed places may be named
        return True
    if path.split(".")[0] != target and "report" not in (path, target) and defect["class"] not in PAIRS:
        return False
    if evidence and quote:
        return evidence in quote or quote in evidence
    absent = finding.get("absent") or ""
    return not evidence and all(word in absent for word in re.findall(r"goal|planned|undertaken", wanted) if absent)


def compare_findings(gold, record, least="warning"):
    """(defects that no finding names, findings at `least` or above that no defect explains); rules that the program does
    not have are left out."""
    paths = paths_of_extract(record)
    known = {c["rule"] for c in record.get("checks", [])}
    free = list(record.get("findings", []))
    missed = []
    for defect in gold["defects"]:
        hits = [f for f in free if finds(defect, f, paths.get(f.get("node") or "", ""))]
        # the finding at the very place, before one that only quotes the same words
        hits.sort(key=lambda f: paths.get(f.get("node") or "", "") != defect["path"])
        if hits:
            free.remove(hits[0])
        elif defect["class"] in known or not known:
            missed.append(defect)
    loud = SEVERITIES.index(least)
    return missed, [f for f in free if SEVERITIES.index(f["severity"]) >= loud]
