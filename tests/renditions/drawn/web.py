"""A form as HTML with a drawn style sheet: its label column a table, a grid, flexible boxes, floats or a list of definitions."""
import html
import os
import pathlib
import subprocess
import tempfile

from typeset.form import MARK, RIGHT_TO_LEFT

FONTS = {"zh": ["Noto Serif CJK SC", "Noto Sans CJK SC"], "ar": ["Noto Naskh Arabic", "DejaVu Sans", "Noto Sans Arabic"]}
LATIN = ["Liberation Serif", "Liberation Sans", "DejaVu Sans", "DejaVu Serif", "Noto Serif", "Noto Sans", "Liberation Mono"]


def draw_style(rng, language):
    return {
        "program": rng.choice(["chromium", "weasyprint", "wkhtmltopdf"]),
        "kind": rng.choice(["table", "table", "rows", "grid", "flex", "float", "dl", "flat", "columns2", "columns3", "article"]),
        "font": rng.choice(FONTS.get(language, LATIN)), "size": round(rng.uniform(8.5, 12.5), 1), "leading": round(rng.uniform(1.1, 1.8), 2),
        "margin": f"{rng.randint(12, 28)}mm {rng.randint(12, 28)}mm {rng.randint(14, 30)}mm", "paper": rng.choice(["A4", "Letter", "A4", "A4 landscape"]),
        "label_width": rng.randint(12, 38), "label_align": rng.choice(["top", "middle", "bottom"]), "label_weight": rng.choice(["normal", "normal", "bold"]),
        "border": rng.choice(["none", "none", "0.5pt solid #777", "1pt solid black"]), "across": rng.random() < 0.2,
        "justify": rng.random() < 0.35, "indent": rng.choice(["0", "0", "1.5em"]), "gap": round(rng.uniform(0.2, 0.9), 2),
        "label_text": rng.choice(["start", "start", "end", "center"]), "table_border": rng.choice(["0.5pt solid #666", "across", "head", "none"]),
        "table_shares": rng.choice([(50, 25, 25), (45, 30, 25), (60, 22, 18), (34, 33, 33)]), "cell_pad": round(rng.uniform(1.5, 6), 1),
        "footer": rng.random() < 0.6, "spaced": rng.random() < 0.15, "caps": rng.random() < 0.15, "target_break": rng.random() < 0.2,
    }


def e(text):
    return html.escape(MARK.sub("", text)).replace("\n", "<br>")


def blocks(section):
    out = []
    for group in section["groups"]:
        if group["heading"]:
            out.append(f"<h4>{e(group['heading'])}</h4>")
        for b in group["blocks"]:
            if b["type"] == "paragraph":
                out.append(f"<p>{e(b['text'])}</p>")
            elif b["type"] == "list":
                tag = "ol" if b["ordered"] else "ul"
                out.append(f"<{tag}>" + "".join(f"<li>{e(i)}</li>" for i in b["items"]) + f"</{tag}>")
            else:
                rows = "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in r) + "</tr>" for r in b["rows"])
                head = "".join(f"<th>{e(c)}</th>" for c in b["columns"])
                out.append(f"<table class=plan><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    return out


def row(label, body, s):
    label, joined = e(label), "".join(body)
    kind = s["kind"]
    if kind == "table":
        return f"<table class=form><tr><td class=label>{label}</td><td>{joined}</td></tr></table>"
    if kind == "rows":
        return "<table class=form>" + "".join(f"<tr><td class=label>{label if i == 0 else ''}</td><td>{part}</td></tr>" for i, part in enumerate(body)) + "</table>"
    if kind in {"grid", "flex", "float"}:
        return f"<div class={kind}><div class=label>{label}</div><div class=body>{joined}</div></div>"
    if kind == "dl":
        return f"<dl><dt>{label}</dt><dd>{joined}</dd></dl>"
    return f"<div><i>{label}</i></div>{joined}"


def page(form, s):
    first, second, third = s["table_shares"]
    border = {"across": "border-bottom: .5pt solid #888", "head": "", "none": ""}.get(s["table_border"], f"border: {s['table_border']}")
    form_border = f"border-bottom: {s['border']}" if s["across"] else f"border: {s['border']}"
    align = {"top": "start", "middle": "center", "bottom": "end"}[s["label_align"]]
    columns = {"columns2": 2, "columns3": 3}.get(s["kind"])
    number = '@bottom-center { content: counter(page); font-size: 8pt }' if s["footer"] and s["program"] == "weasyprint" else ""
    css = f"""@page {{ size: {s['paper']}; margin: {s['margin']}; {number} }}
body {{ font: {s['size']}pt/{s['leading']} '{s['font']}'; {'text-align: justify;' if s['justify'] else ''} }}
p {{ margin: 0 0 {s['gap']}em; text-indent: {s['indent']} }} h1 {{ font-size: 1.3em }} h2 {{ font-size: 1.1em; break-after: avoid; {'letter-spacing: .25em;' if s['spaced'] else ''}
{'text-transform: uppercase;' if s['caps'] else ''} }} h3, h4 {{ font-size: 1em; break-after: avoid }} h3 {{ font-weight: {s['label_weight']} }}
.label, dt {{ width: {s['label_width']}%; font-weight: {s['label_weight']}; text-align: {s['label_text'] if s['program'] != 'wkhtmltopdf' else 'inherit'}; text-indent: 0 }}
table {{ border-collapse: collapse; width: 100% }} td {{ vertical-align: top; text-align: start; padding: {s['cell_pad']}pt }}
table.form > tbody > tr > td {{ {form_border} }} table.form td.label {{ vertical-align: {s['label_align']} }}
table.plan {{ margin-bottom: 1em }} table.plan td, table.plan th {{ {border}; vertical-align: top; text-align: start; text-indent: 0 }}
table.plan th {{ {'border-bottom: 1pt solid black' if s['table_border'] == 'head' else ''} }}
.plan td:nth-child(1) {{ width: {first}% }} .plan td:nth-child(2) {{ width: {second}% }} .plan td:nth-child(3) {{ width: {third}% }}
.grid {{ display: grid; grid-template-columns: {s['label_width']}% 1fr; column-gap: 4mm }} .grid .label {{ width: auto; align-self: {align} }}
.flex {{ display: flex; gap: 5mm; align-items: {'flex-' + align if align != 'center' else align} }} .flex .label {{ flex: 0 0 {s['label_width']}% }} .flex .body {{ flex: 1 }}
.float .label {{ float: inline-start; float: {'right' if form['language'] in RIGHT_TO_LEFT else 'left'} }} .float .body {{ margin-inline-start: {s['label_width'] + 3}%; }}
dl {{ margin: 0 }} dt {{ width: auto }} dd {{ margin-inline-start: {s['label_width']}% }}
.columns {{ columns: {columns or 1}; column-gap: 8mm }} ul, ol {{ padding-inline-start: 1.6em; margin: 0 0 .6em }}"""
    out = [f"<h1>{e(form['heading'])}</h1><p>{e(form['party'])}</p>"] + [f"<p>{e(p)}</p>" for p in form["preface"]]
    out.append("<div class=columns>" if columns else "<div>")
    for i, t in enumerate(form["targets"]):
        out.append(f"<h2{' style=break-before:page' if i and s['target_break'] else ''}>{e(t['heading'])}</h2>")
        for g in t["goals"]:
            out.append(row(g["label"], [f"<p>{e(g['text'])}</p>"], s) if s["kind"] not in {"flat", "columns2", "columns3", "article"}
                       else f"<p>{e(g['label'])} {e(g['text'])}</p>")
        for section in t["sections"]:
            out.append(f"<h3>{e(section['heading'])}</h3>")
            out.append("".join(blocks(section)) if s["kind"] == "article" else row(section["label"], blocks(section), s))
    direction = "rtl" if form["language"] in RIGHT_TO_LEFT else "ltr"
    return f"<!doctype html><html lang={form['language']} dir={direction}><meta charset=utf-8><style>{css}</style><body>{''.join(out)}</div></body></html>"


def write_file(form, style, path, _):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "form.html"
        source.write_text(page(form, style), encoding="utf-8")
        command = {
            "chromium": ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", f"--print-to-pdf={path.resolve()}",
                         *([] if style["footer"] else ["--no-pdf-header-footer"]), source.as_uri()],
            "weasyprint": ["weasyprint", "-q", str(source), str(path)],
            "wkhtmltopdf": ["wkhtmltopdf", "-q", "--page-size", style["paper"].split()[0], *(["-O", "Landscape"] if "landscape" in style["paper"] else []),
                            *(["--footer-right", "[page]/[topage]"] if style["footer"] else []), str(source), str(path)],
        }[style["program"]]
        run = subprocess.run(command, capture_output=True, timeout=180, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        if not path.exists():
            raise RuntimeError(f"{command[0]}: {run.stderr.decode(errors='replace')[-400:]}")
