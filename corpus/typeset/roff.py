"""A form through groff (ms macros, gropdf): Type 1 fonts, kerning, its own hyphenation. Latin scripts only."""
import subprocess

from .form import MARK

LANGUAGES = {"en": "", "fr": "-mfr", "de": "-mden", "it": "-mit", "es": "", "pt": ""}


def esc(text):
    lines = text.replace("\\", "\\e").split("\n")
    return "\n.br\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def inline(text, form, style):
    """Text with its footnotes; in ms a mark ends the line and the note follows it."""
    out, last = [], 0
    for m in MARK.finditer(text):
        out.append(esc(text[last:m.start()]))
        if style.get("footnotes", True):
            out.append("\\**\n.FS\n" + esc(form["footnotes"][m.group(1)]) + "\n.FE\n")
        last = m.end()
    rest = text[last:]
    if out and rest[:1] in ".,;:":  # the stop stays on the mark's line
        out[-1] = out[-1].replace("\\**\n", "\\**" + rest[0] + "\n", 1)
        rest = rest[1:]
    out.append(esc(rest.lstrip() if out else rest))
    return "".join(out)


def block(b, form, style):
    if b["type"] == "paragraph":
        return f".{'PP' if style.get('indent') else 'LP'}\n{inline(b['text'], form, style)}\n"
    if b["type"] == "list":
        return "".join(f".IP {str(i) + '.' if b['ordered'] else chr(92) + '(bu'} 3\n{inline(t, form, style)}\n"
                       for i, t in enumerate(b["items"], 1)) + ".LP\n"
    columns = len(b["columns"])
    cell = lambda c: "T{\n" + inline(c, form, {**style, "footnotes": False}) + "\nT}"
    rows = "\n".join("@".join(cell(c) for c in row) for row in [b["columns"], *b["rows"]])
    widths = {2: "lw(10c) lw(4c)", 3: "lw(7.5c) lw(4c) lw(3c)", 4: "lw(5c) lw(4c) lw(3c) lw(2.5c)"}[columns]
    return f".TS\nallbox tab(@);\n{widths}.\n{rows}\n.TE\n.LP\n"


def form_roff(form, style):
    size = style.get("size", 11)
    out = [f".nr PS {size}\n.nr VS {size * 1.22:.1f}\n.nr LL 16c\n.nr PO 2.5c\n.nr HM 2.3c\n.nr FM 2.2c\n.pl 29.7c\n"]
    if not style.get("justify"):
        out.append(".ad l\n.na\n")
    if not style.get("hyphenate"):
        out.append(".nh\n.nr HY 0\n")
    if style.get("header"):
        out.append(f".ds LH {esc(form['header'])}\n.ds CH\n.ds RH {esc(form['party'])}\n")
    else:
        out.append(".ds CH\n")
    if style.get("footer"):
        out.append(".ds CF %\n")
    out.append(f".ce 2\n\\fB{esc(form['heading'])}\\fP\n{esc(form['party'])}\n.sp\n")
    if form.get("date_line"):
        out.append(f".ce 1\n{esc(form['date_line'])}\n.sp\n")
    out += [f".LP\n{inline(p, form, style)}\n" for p in form["preface"]]
    if style.get("columns"):
        out.append(".2C\n")
    for t in form["targets"]:
        out.append(f".SH\n{esc(t['heading'])}\n")
        out += [f".LP\n\\fB{esc(g['label'])}\\fP {inline(g['text'], form, style)}\n" for g in t["goals"]]
        for s in t["sections"]:
            out.append(f".SH\n{esc(s['heading'])}\n")
            if style.get("flat_labels", True):
                out.append(f".LP\n\\fI{esc(s['label'])}\\fP\n")
            for g in s["groups"]:
                if g["heading"]:
                    out.append(f".LP\n.ne 4v\n\\fI{esc(g['heading'])}\\fP\n")
                out += [block(b, form, style) for b in g["blocks"]]
    return "".join(out)


def write_pdf(form, style, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    language = LANGUAGES[form["language"]]
    run = subprocess.run(["groff", "-k", "-Kutf8", "-t", "-ms", *([language] if language else []), "-Tpdf", "-P-e", "-P-pa4"],
                         input=form_roff(form, style).encode(), capture_output=True)
    if run.returncode or not run.stdout.startswith(b"%PDF"):
        raise SystemExit(f"groff {path}: {run.stderr.decode()[-500:]}")
    path.write_bytes(run.stdout)
