"""A form by pdfLaTeX: labels in longtable, tabular, minipages, parallel columns or lists; text in one to three columns."""
import pathlib
import re
import subprocess
import tempfile

from typeset.form import MARK
from typeset.latex import SPECIAL

FONTS = ["", "\\usepackage{times}", "\\usepackage{helvet}\\renewcommand{\\familydefault}{\\sfdefault}", "\\usepackage{lmodern}", "\\usepackage{mathpazo}"]
LANGUAGES = {"en": "english", "fr": "french", "de": "ngerman"}


def draw_style(rng, language):
    kind = rng.choice(["longtable", "tabular", "minipage", "list", "flat", "multicols2", "multicols3", "paracol", "twocolumn"])
    return {"kind": kind, "font": rng.choice(FONTS), "size": rng.choice([10, 11, 12]), "margin": rng.randint(16, 32), "paper": rng.choice(["a4paper", "letterpaper", "a4paper"]),
            "ratio": round(rng.uniform(0.14, 0.36), 2), "column": rng.choice(["p", "m", "b"]), "rules": rng.choice(["", "", "|"]),
            "indent": rng.random() < 0.4, "ragged": rng.random() < 0.3, "sloppy": rng.random() < 0.5, "spread": rng.choice([1, 1, 1.15, 1.4]),
            "label": rng.choice(["", "\\textbf", "\\textit", "\\small "]), "plan": rng.choice(["grid", "booktabs", "none"]), "sep": rng.choice([3, 6, 10])}


def esc(text):
    out = "".join(SPECIAL.get(c, c) for c in MARK.sub("", text)).replace("\n", "\\\\ ")
    return re.sub(r'"([^"]*)"', r"``\1''", out)


def table(b, s):
    n = len(b["columns"])
    shares = {2: (6, 3), 3: (5, 2.8, 2.2), 4: (4, 2.4, 2, 1.6)}[n]
    bar = "|" if s["plan"] == "grid" else ""
    line = " \\hline" if s["plan"] == "grid" else ""
    edge = {"grid": "\\hline", "booktabs": "\\toprule", "none": ""}[s["plan"]]
    under = {"grid": "\\hline", "booktabs": "\\midrule", "none": ""}[s["plan"]]
    cell = ">{\\raggedright\\arraybackslash}p"
    spec = bar + bar.join(f"{cell}{{{0.9 * x / sum(shares):.3f}\\linewidth}}" for x in shares) + bar
    rows = "".join(" & ".join(map(esc, r)) + f" \\\\{'[3pt]' if s['plan'] != 'grid' else ''}{line}\n" for r in b["rows"])
    head = " & ".join(f"\\textbf{{{esc(c)}}}" for c in b["columns"])
    last = "\\bottomrule" if s["plan"] == "booktabs" else ""
    return f"\\begin{{longtable}}{{{spec}}}{edge} {head} \\\\ {under} \\endhead\n{rows}{last}\\end{{longtable}}\n"


def blocks(section, s):
    for group in section["groups"]:
        if group["heading"]:
            yield f"\\textbf{{{esc(group['heading'])}}}\\nopagebreak"
        for b in group["blocks"]:
            if b["type"] == "paragraph":
                yield esc(b["text"])
            elif b["type"] == "list":
                kind = "enumerate" if b["ordered"] else "itemize"
                yield f"\\begin{{{kind}}}" + "".join(f"\\item {esc(i)}\n" for i in b["items"]) + f"\\end{{{kind}}}"
            else:
                yield table(b, s)


def labelled(label, parts, s):
    label = s["label"] + "{" + esc(label) + "}"
    left, right = s["ratio"], 0.93 - s["ratio"]
    simple = not any("longtable" in p for p in parts)
    kind = s["kind"] if simple or s["kind"] in {"list", "flat", "multicols2", "multicols3", "twocolumn"} else "flat"
    if kind == "longtable":
        bar = s["rules"]
        line = "\\hline" if bar else ""
        spec = f"{bar}p{{{left}\\linewidth}}{bar}p{{{right}\\linewidth}}{bar}"
        rows = "".join(f"{label if i == 0 else ''} & {p} \\\\[{s['sep']}pt]\n" for i, p in enumerate(parts))
        return f"\\begin{{longtable}}{{{spec}}}{line}\n{rows}{line}\\end{{longtable}}\n"
    if kind == "tabular" and sum(map(len, parts)) < 1500:
        bar = s["rules"]
        line = "\\hline" if bar else ""
        joined = "\\par\\smallskip ".join(parts)
        # the first column of type m or b stands in the middle or at the bottom
        return (f"\\noindent\\begin{{tabular}}{{{bar}{s['column']}{{{left}\\linewidth}}{bar}{s['column']}{{{right}\\linewidth}}{bar}}}{line}\n"
                f"{label} & {joined} \\\\ {line}\\end{{tabular}}\n\n\\smallskip\n")
    if kind == "paracol":
        return (f"\\columnratio{{{left}}}\\begin{{paracol}}{{2}}\\raggedright {label}\\switchcolumn\n" + "\n\n".join(parts) + "\n\\end{paracol}\n")
    if kind in {"tabular", "minipage"}:
        first, *rest = parts or [""]
        out = f"\\noindent\\begin{{minipage}}[t]{{{left}\\linewidth}}\\raggedright {label}\\end{{minipage}}\\hfill\\begin{{minipage}}[t]{{{right}\\linewidth}}{first}\\end{{minipage}}\n\n\\medskip\n"
        return out + "".join(f"\\noindent\\hfill\\begin{{minipage}}[t]{{{right}\\linewidth}}{p}\\end{{minipage}}\n\n\\medskip\n" for p in rest)
    if kind == "list":
        return f"\\begin{{list}}{{}}{{\\leftmargin={left}\\linewidth\\labelwidth={left - 0.02:.2f}\\linewidth\\labelsep=0.02\\linewidth}}\\item[{{\\parbox[t]{{\\labelwidth}}{{\\raggedright {label}}}}}] " + ("\n\n".join(parts) or "~") + "\\end{list}\n"
    return f"{label} " + ("" if len(parts) == 1 else "\n\n") + "\n\n".join(parts) + "\n\n"


def source(form, s):
    columns = {"multicols2": 2, "multicols3": 3}.get(s["kind"])
    out = [f"\\documentclass[{s['paper']},{s['size']}pt{',twocolumn' if s['kind'] == 'twocolumn' else ''}]{{article}}\\usepackage[T1]{{fontenc}}\\usepackage[utf8]{{inputenc}}"
           f"\\usepackage[{LANGUAGES[form['language']]}]{{babel}}\\usepackage[margin={s['margin']}mm]{{geometry}}{s['font']}"
           "\\usepackage{longtable,array,multicol,booktabs,paracol}\n" + ("" if s["indent"] else "\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{6pt}")
           + ("\\sloppy" if s["sloppy"] else "") + f"\\linespread{{{s['spread']}}}\\begin{{document}}\n" + ("\\raggedright\n" if s["ragged"] else "")
           + f"\\begin{{center}}\\large\\textbf{{{esc(form['heading'])}}}\\\\[4pt]\\normalsize {esc(form['party'])}\\end{{center}}\n"]
    if columns:
        out.append(f"\\begin{{multicols}}{{{columns}}}\n")
    simple_tables = {**s, "plan": s["plan"]}
    for t in form["targets"]:
        out.append(f"\\section*{{{esc(t['heading'])}}}\n")
        out += [labelled(g["label"], [esc(g["text"])], s) for g in t["goals"]]
        for section in t["sections"]:
            out.append(f"\\subsection*{{{esc(section['heading'])}}}\n" + labelled(section["label"], list(blocks(section, simple_tables)) or [""], s))
    text = "".join(out) + ("\\end{multicols}\n" if columns else "") + "\\end{document}\n"
    if columns or s["kind"] == "twocolumn":  # longtable does not work there
        text = text.replace("{longtable}", "{tabular}").replace("\\endhead", "")
    return text


def write_file(form, style, path, _):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "form.tex").write_text(source(form, style), encoding="utf-8")
        for _ in range(2):
            run = subprocess.run(["pdflatex", "-interaction=nonstopmode", "form.tex"], cwd=folder, capture_output=True, timeout=120)
        made = pathlib.Path(folder) / "form.pdf"
        if not made.exists() or b"no output PDF" in run.stdout or made.stat().st_size < 5000:
            raise RuntimeError(f"pdflatex: {run.stdout.decode(errors='replace')[-600:]}")
        path.write_bytes(made.read_bytes())
