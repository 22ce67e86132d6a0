"""A form by groff: ms, me or man macros, labels as tables of tbl, hanging tags or plain lines. Latin scripts only."""
import subprocess

from typeset.form import MARK
from typeset.roff import LANGUAGES


def draw_style(rng, language):
    return {"macros": rng.choice(["ms", "ms", "man", "me"]), "kind": rng.choice(["tbl", "tbl", "tag", "flat", "columns"]),
            "family": rng.choice(["T", "H", "P", "N", "BM"]), "size": rng.randint(9, 12), "spacing": round(rng.uniform(1.12, 1.5), 2),
            "width": round(rng.uniform(14.5, 17.5), 1), "offset": round(rng.uniform(1.6, 3), 1), "ratio": round(rng.uniform(0.14, 0.36), 2),
            "box": rng.choice(["", "", "allbox", "box"]), "adjust": rng.choice(["l", "b"]), "hyphenate": rng.random() < 0.4,
            "plan": rng.choice(["allbox", "box", ""]), "footer": rng.random() < 0.7, "paragraph": rng.choice(["LP", "PP"]), "bold_label": rng.random() < 0.3}


def esc(text):
    text = MARK.sub("", text).replace("\\", "\\e").replace("’", "\\(cq").replace("\n", "\n.br\n")
    return "\\&" + text if text[:1] in ".'" else text


def table(b, s):
    width = s["width"] * (0.94 if s["kind"] != "tbl" or not s.get("nested") else 0.6)
    shares = {2: (6, 3), 3: (5, 2.8, 2.2), 4: (4, 2.4, 2, 1.6)}[len(b["columns"])]
    spec = " ".join(f"lw({width * x / sum(shares) - 0.3:.1f}c)" for x in shares)
    def line(row):
        return "@".join(f"T{{\n{esc(c)}\nT}}" for c in row)
    return f".TS H\n{s['plan']} tab(@);\n{spec}.\n{line(b['columns'])}\n.TH\n" + "\n".join(map(line, b["rows"])) + "\n.TE\n"


def blocks(section, s):
    """Each block as its own piece of source, with the macro that begins it."""
    p = {"ms": f".{s['paragraph']}\n", "me": ".lp\n" if s["paragraph"] == "LP" else ".pp\n", "man": ".PP\n"}[s["macros"]]
    item = {"ms": ".IP {} 3\n", "me": ".ip {} 3n\n", "man": ".IP {} 3\n"}[s["macros"]]
    for group in section["groups"]:
        if group["heading"]:
            yield p + f"\\fI{esc(group['heading'])}\\fP\n"
        for b in group["blocks"]:
            if b["type"] == "paragraph":
                yield p + esc(b["text"]) + "\n"
            elif b["type"] == "list":
                yield "".join(item.format(f"{i}." if b["ordered"] else "\\(bu") + esc(t) + "\n" for i, t in enumerate(b["items"], 1))
            else:
                yield p + table(b, s)


def labelled(label, parts, s, is_goal):
    label = f"\\fB{esc(label)}\\fP" if s["bold_label"] else esc(label)
    if s["kind"] == "tbl":  # a row a paragraph, as tbl breaks pages between rows
        left = s["width"] * s["ratio"]
        spec = f"lw({left:.1f}c) lw({s['width'] - left - 1:.1f}c)"
        rows = [("T{\n" + label + "\nT}" if i == 0 else "") + "@T{\n" + part + "\nT}" for i, part in enumerate(parts)]
        lines = "\n".join(rows)
        return f".TS\n{s['box']} tab(@);\n{spec}.\n{lines}\n.TE\n"
    if s["kind"] == "tag" and s["macros"] == "man":
        return f".TP {s['ratio'] * 40:.0f}n\n{label}\n" + "\n.IP\n".join(parts) + "\n"
    if is_goal:
        return f".{ {'ms': 'LP', 'me': 'lp', 'man': 'PP'}[s['macros']]}\n{label} {parts[0]}\n"
    return f".{ {'ms': 'LP', 'me': 'lp', 'man': 'PP'}[s['macros']]}\n\\fI{label}\\fP\n"


def source(form, s):
    head = {"ms": ".SH\n{}\n", "me": ".sp\n.b\n.ne 4\n{}\n.r\n.br\n.sp 0.5\n", "man": ".SH\n{}\n"}[s["macros"]]
    out = [f".fam {s['family']}\n"]
    if s["macros"] == "man":
        out.append(f".TH \"{form['party']}\" 7\n.nr LL {s['width']}c\n")
    elif s["macros"] == "ms":
        out.append(f".nr PS {s['size']}\n.nr VS {s['size'] * s['spacing']:.1f}\n.nr LL {s['width']}c\n.nr PO {s['offset']}c\n.pl 29.7c\n.ds CH\n")
        out.append(".ds CF %\n" if s["footer"] else ".ds CF\n")
    else:
        out.append(f".nr pp {s['size']}\n.nr tp {s['size']}\n.sz {s['size']}\n.ll {s['width']}c\n.po {s['offset']}c\n.pl 29.7c\n" + (".fo ''%''\n" if s["footer"] else ""))
    out.append("" if s["hyphenate"] else ".nh\n")
    out.append(".na\n" if s["adjust"] == "l" else ".ad b\n")
    out.append(f".ce 2\n\\fB{esc(form['heading'])}\\fP\n{esc(form['party'])}\n.sp\n")
    if s["kind"] == "columns":
        out.append({"ms": ".2C\n", "me": ".2c\n", "man": ""}[s["macros"]])
    for t in form["targets"]:
        out.append(head.format(esc(t["heading"])))
        out += [labelled(g["label"], [esc(g["text"])], s, True) for g in t["goals"]]
        for section in t["sections"]:
            out.append(head.format(esc(section["heading"])))
            tabled = s["kind"] == "tbl" or (s["kind"] == "tag" and s["macros"] == "man")
            simple = all(b["type"] == "paragraph" for g in section["groups"] for b in g["blocks"])
            if tabled and simple:
                parts = [x for g in section["groups"] for x in ([esc(g["heading"])] if g["heading"] else []) + [esc(b["text"]) for b in g["blocks"]]]
                out.append(labelled(section["label"], parts, s, False))
            else:
                out.append(labelled(section["label"], [], {**s, "kind": "flat"}, False))
                out += blocks(section, s)
    return "".join(out)


def write_file(form, style, path, _):
    language = LANGUAGES[form["language"]]
    run = subprocess.run(["groff", "-k", "-Kutf8", "-t", f"-m{style['macros']}", *([language] if language else []), "-Tpdf", "-P-e", "-P-pa4"],
                         input=source(form, style).encode(), capture_output=True, timeout=120)
    if not run.stdout.startswith(b"%PDF"):
        raise RuntimeError(f"groff: {run.stderr.decode()[-400:]}")
    path.write_bytes(run.stdout)
