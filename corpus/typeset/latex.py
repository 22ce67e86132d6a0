"""A form by pdfLaTeX: Computer Modern, hyphenated and justified; flat, in two columns, or with labels in a longtable."""
import pathlib
import re
import subprocess
import tempfile

from .form import MARK

SPECIAL = {c: "\\" + c for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
                                               "–": "--", "—": "---", "’": "'", "“": "``", "”": "''", "…": r"\ldots{}", " ": "~"}
BABEL = {"en": "english"}


def esc(text, form):
    def note(match):
        return "\x00" + match.group(1) + "\x01"
    text = MARK.sub(note, text)
    out = "".join(SPECIAL.get(c, c) for c in text)
    out = re.sub(r'"([^"]*)"', r"``\1''", out)
    return re.sub("\x00(.*?)\x01", lambda m: r"\footnote{" + "".join(SPECIAL.get(c, c) for c in form["footnotes"][m.group(1)]) + "}", out)


def block_tex(block, form):
    if block["type"] == "paragraph":
        return esc(block["text"], form) + "\n\n"
    if block["type"] == "list":
        kind = "enumerate" if block["ordered"] else "itemize"
        return f"\\begin{{{kind}}}\n" + "".join(f"\\item {esc(i, form)}\n" for i in block["items"]) + f"\\end{{{kind}}}\n"
    n = len(block["columns"])
    width = f"{0.86 / n:.3f}\\linewidth"
    rows = "".join(" & ".join(esc(c, form) for c in r) + " \\\\ \\hline\n" for r in block["rows"])
    head = " & ".join(f"\\textbf{{{esc(c, form)}}}" for c in block["columns"])
    spec = "|".join([""] + [f"p{{{width}}}"] * n + [""])
    return f"\\begin{{longtable}}{{{spec}}}\\hline {head} \\\\ \\hline \\endhead\n{rows}\\end{{longtable}}\n"


def body_tex(section, form):
    out = []
    for group in section["groups"]:
        if group["heading"]:
            out.append(f"\\subsubsection*{{{esc(group['heading'], form)}}}\n")
        out += [block_tex(b, form) for b in group["blocks"]]
    return "".join(out)


def table_rows(target, form):
    """Label and text side by side; a row for each paragraph, since longtable breaks only between rows."""
    out = []
    start = "\\begin{longtable}{@{}p{0.24\\linewidth}p{0.7\\linewidth}@{}}\n"
    out.append(start + "".join(f"{esc(g['label'], form)} & {esc(g['text'], form)} \\\\[6pt]\n" for g in target["goals"]) + "\\end{longtable}\n")
    for s in target["sections"]:
        out.append(f"\\subsection*{{{esc(s['heading'], form)}}}\n" + start)
        label = esc(s["label"], form)
        for g in s["groups"]:
            parts = ([f"\\textbf{{{esc(g['heading'], form)}}}"] if g["heading"] else []) + [
                esc(b["text"], form) for b in g["blocks"] if b["type"] == "paragraph"]
            for part in parts:
                out.append(f"{label} & {part} \\\\[6pt]\n")
                label = ""
        out.append("\\end{longtable}\n")
    return "".join(out)


def flat(target, form):
    out = [f"\\textbf{{{esc(g['label'], form)}}} {esc(g['text'], form)}\n\n" for g in target["goals"]]
    for s in target["sections"]:
        out.append(f"\\subsection*{{{esc(s['heading'], form)}}}\n\\textit{{{esc(s['label'], form)}}}\n\n" + body_tex(s, form))
    return "".join(out)


def write_pdf(form, style, path):
    options = "a4paper,11pt" + (",twocolumn" if style.get("columns") else "")
    size = style.get("geometry", "margin=25mm")
    out = [f"\\documentclass[{options}]{{article}}\\usepackage[T1]{{fontenc}}\\usepackage[utf8]{{inputenc}}"
           f"\\usepackage[{size}]{{geometry}}\\usepackage{{longtable}}\\sloppy\n"
           + ("" if style.get("indent") else "\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{6pt}")
           + "\\begin{document}\n"
           f"\\begin{{center}}\\large\\textbf{{{esc(form['heading'], form)}}}\\\\[4pt]\\normalsize {esc(form['party'], form)}\\end{{center}}\n"]
    out += [esc(p, form) + "\n\n" for p in form["preface"]]
    for t in form["targets"]:
        out.append(f"\\section*{{{esc(t['heading'], form)}}}\n")
        out.append(flat(t, form) if style.get("label") is None else table_rows(t, form))
    out.append("\\end{document}\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "form.tex").write_text("".join(out).replace("\\n\\n", "\n\n"), encoding="utf-8")
        for _ in range(2):
            run = subprocess.run(["pdflatex", "-interaction=nonstopmode", "form.tex"], cwd=folder, capture_output=True, timeout=120)
        made = pathlib.Path(folder) / "form.pdf"
        if not made.exists():
            raise SystemExit(f"pdflatex {path}: {run.stdout.decode(errors='replace')[-800:]}")
        path.write_bytes(made.read_bytes())
