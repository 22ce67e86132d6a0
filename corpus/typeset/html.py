"""A form as HTML for WeasyPrint (Pango, Cairo-like output of pydyf: Noto and Liberation subsets)."""
import html
import subprocess

from .form import MARK, RIGHT_TO_LEFT, WORDS

FONTS = {"zh": "Noto Serif CJK SC, Noto Sans CJK SC", "ar": "Noto Naskh Arabic, DejaVu Sans"}
LABELS = {"top": "top", "centred": "middle", "bottom": "bottom"}


def esc(text, form, style):
    out, last = [], 0
    for m in MARK.finditer(text):
        out.append(html.escape(text[last:m.start()]))
        if style.get("footnotes", True):
            out.append(f'<span class="fn">{html.escape(form["footnotes"][m.group(1)])}</span>')
        last = m.end()
    out.append(html.escape(text[last:]))
    return "".join(out)


def block_html(block, form, style):
    if block["type"] == "paragraph":
        return f"<p>{esc(block['text'], form, style)}</p>"
    if block["type"] == "list":
        tag = "ol" if block["ordered"] else "ul"
        return f"<{tag}>" + "".join(f"<li>{esc(i, form, style)}</li>" for i in block["items"]) + f"</{tag}>"
    head = "".join(f"<th>{esc(c, form, style)}</th>" for c in block["columns"])
    rows = "".join("<tr>" + "".join(f"<td>{esc(c, form, style)}</td>" for c in r) + "</tr>" for r in block["rows"])
    return f'<table class="plan"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def body_html(section, form, style):
    out = []
    for group in section["groups"]:
        if group["heading"]:
            out.append(f"<h4>{esc(group['heading'], form, style)}</h4>")
        out += [block_html(b, form, style) for b in group["blocks"]]
    return "".join(out)


def css(form, style):
    fonts = FONTS.get(form["language"], style.get("font", "Liberation Serif"))
    size = style.get("size", 11)
    rule = "0.6pt solid #444" if style.get("borders") else "none"
    start = "right" if form["language"] in RIGHT_TO_LEFT else "left"
    page = WORDS[form["language"]]["page"][0].replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
    running = ""
    if style.get("header"):
        running += f'@top-center {{ content: "{form["header"]} – {form["party"]}"; font-size: 8.5pt; }}'
    if style.get("footer"):
        running += f'@bottom-{style.get("footer_at", "center")} {{ content: "{page}"; font-size: 8.5pt; }}'
    gap = "margin: 0; text-indent: 1.6em;" if style.get("indent") else "margin: 0 0 0.75em 0;"
    if style.get("justify"):
        gap += " text-align: justify; hyphens: auto;"
    return f"""@page {{ size: {style.get("paper", "A4")}; margin: {style.get("margin", "22mm 20mm")}; {running} }}
body {{ font-family: {fonts}; font-size: {size}pt; line-height: {style.get("leading", 1.25)}; orphans: 2; widows: 2; }}
p {{ {gap} }} h1 {{ font-size: 1.2em; text-align: center; }} .party {{ text-align: center; margin-bottom: 1.5em; }}
h2 {{ font-size: 1.08em; margin: 1.4em 0 .8em 0; break-after: avoid; }}
h3 {{ font-size: 1em; font-weight: {style.get("section_weight", "normal")}; margin: 1em 0 .6em 0; break-after: avoid; }}
h4 {{ font-size: 1em; margin: .8em 0 .5em 0; break-after: avoid; }}
.fn {{ float: footnote; font-size: 8.5pt; text-indent: 0; font-weight: normal; }}
table.form {{ border-collapse: collapse; width: 100%; margin: 0; table-layout: fixed; }}
table.form td {{ border: {rule}; padding: 4pt 5pt; vertical-align: top; text-align: {start}; }}
table.form td.label {{ width: {style.get("label_width", "27%")}; vertical-align: {LABELS[style.get("label") or "top"]}; }}
table.form td.wide {{ font-weight: bold; {"background: #e4e8ee;" if style.get("borders") else ""} }}
table.plan {{ border-collapse: collapse; width: 100%; margin: .4em 0 .9em 0; text-indent: 0; }}
table.plan td, table.plan th {{ border: {"none" if style.get("open_tables") else "0.5pt solid #666"}; padding: 3pt 4pt;
  vertical-align: top; text-align: {start}; font-size: .95em; }}
::footnote-call {{ font-size: 65%; vertical-align: super; line-height: 0; }}
.watermark {{ position: fixed; top: 40%; left: 12%; font-size: 90pt; color: #ccc; transform: rotate(-45deg); }}
.columns {{ columns: 2; column-gap: 9mm; }} ul, ol {{ margin: .2em 0 .75em 0; }} li {{ margin: 0 0 .3em 0; }}
{style.get("css", "")}"""


def form_rows(target, form, style):
    """The target as rows of label and body."""
    rows = [f'<tr><td class="label">{esc(g["label"], form, style)}</td><td>{esc(g["text"], form, style)}</td></tr>'
            for g in target["goals"]]
    tables, wide = [], style.get("borders")
    for s in target["sections"]:
        head = esc(s["heading"], form, style)
        if wide:
            rows.append(f'<tr><td class="wide" colspan="2">{head}</td></tr>')
        else:
            tables.append(table(rows) + f"<h3>{head}</h3>")
            rows = []
        label, body = esc(s["label"], form, style), body_html(s, form, style)
        if style.get("stacked"):  # the label above its body, both over the whole width
            rows.append(f'<tr><td colspan="2"><i>{label}</i></td></tr><tr><td colspan="2">{body}</td></tr>')
        elif style.get("rows"):  # each paragraph a row of its own, the label beside the first
            parts = [part for g in s["groups"] for part in ([f"<h4>{esc(g['heading'], form, style)}</h4>"] if g["heading"] else [])
                     + [block_html(b, form, style) for b in g["blocks"]]] or [""]
            rows += [f'<tr><td class="label">{label if i == 0 else ""}</td><td>{part}</td></tr>' for i, part in enumerate(parts)]
        else:
            rows.append(f'<tr><td class="label">{label}</td><td>{body}</td></tr>')
    return "".join(tables) + table(rows)


def table(rows):
    return f'<table class="form">{"".join(rows)}</table>' if rows else ""


def flat(target, form, style):
    out = [f"<p class='goal'><b>{esc(g['label'], form, style)}</b> {esc(g['text'], form, style)}</p>" for g in target["goals"]]
    for s in target["sections"]:
        out.append(f"<h3>{esc(s['heading'], form, style)}</h3>")
        if style.get("flat_labels", True):
            out.append(f"<p><i>{esc(s['label'], form, style)}</i></p>")
        out.append(body_html(s, form, style))
    return "".join(out)


def form_html(form, style):
    out = [f"<h1>{esc(form['heading'], form, style)}</h1><div class='party'>{esc(form['party'], form, style)}"]
    if form.get("date_line"):
        out.append(f"<br>{esc(form['date_line'], form, style)}")
    out.append("</div>")
    out += [f"<p>{esc(p, form, style)}</p>" for p in form["preface"]]
    if style.get("columns"):
        out.append('<div class="columns">')
    for t in form["targets"]:
        heading = esc(t["heading"], form, style).replace("\n", "<br>")
        if style.get("page_per_target") and t is not form["targets"][0]:
            out.append('<div style="break-before: page"></div>')
        out.append(f"<h2>{heading}</h2>")
        out.append(flat(t, form, style) if style.get("label") is None else form_rows(t, form, style))
    if style.get("columns"):
        out.append("</div>")
    direction = "rtl" if form["language"] in RIGHT_TO_LEFT else "ltr"
    if style.get("watermark"):
        out.insert(0, f'<div class="watermark">{html.escape(style["watermark"])}</div>')
    return (f'<!doctype html><html lang="{form["language"]}" dir="{direction}"><head><meta charset="utf-8">'
            f"<title>{html.escape(form['party'])}</title><style>{css(form, style)}</style></head><body>"
            + "".join(out) + "</body></html>")


def write_pdf(form, style, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(["weasyprint", "-q", "--optimize-size", "all", "-e", "utf-8", "-", str(path)],
                         input=form_html(form, style).encode(), capture_output=True)
    if run.returncode:
        raise SystemExit(f"weasyprint {path}: {run.stderr.decode()[-500:]}")
