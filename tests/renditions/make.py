#!/usr/bin/env python3
"""Typesets one gold structure in many layouts, to measure extraction on.

usage: make.py GOLD.json FOLDER [--only NAME[,NAME…]] [--list]

GOLD is a structure as in corpus/submissions/*/*.gold.json. Each layout becomes FOLDER/NAME.pdf (or .docx, .odt, .txt);
a name given to --only may end in "*". Files that are there already are left alone. Needs the optional packages of
.ci/packages for the corpus and for renditions (LibreOffice, WeasyPrint, groff, ImageMagick, img2pdf, qpdf, mutool, Ghostscript,
Chromium, wkhtmltopdf, pdfLaTeX, ReportLab).
"""
import argparse
import copy
import fnmatch
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "corpus"))
from typeset import browser, damage, html, latex, odt, roff, text  # noqa: E402
from typeset.form import WORDS, form_of_gold, target_heading  # noqa: E402

RUNNING = {"header": True, "footer": True}
WORD = {"word": True, "font": "Liberation Sans", **RUNNING}
# name: (program, style)
LAYOUTS = {
    "form-top": ("weasyprint", {"label": "top"}),
    "form-top-narrow": ("weasyprint", {"label": "top", "label_width": "17%"}),
    "form-centred": ("weasyprint", {"label": "centred", "label_width": "20%"}),
    "form-bottom": ("weasyprint", {"label": "bottom"}),
    "form-top-office": ("office", {"label": "top", "label_cm": 3}),
    "form-centred-office": ("office", {"label": "centred"}),
    "form-bottom-office": ("office", {"label": "bottom", "footer": True}),
    "bordered": ("weasyprint", {"label": "centred", "borders": True, **RUNNING}),
    "bordered-office": ("office", {"label": "centred", "borders": True, "label_cm": 3.2, **RUNNING}),
    "bordered-top-office": ("office", {"label": "top", "borders": True, "font": "Liberation Sans", **RUNNING}),
    "flat": ("weasyprint", {}),
    "flat-office": ("office", {"footer": True}),
    "flat-roff": ("roff", RUNNING),
    "flat-without-labels": ("weasyprint", {"flat_labels": False, "font": "DejaVu Sans", "size": 9.5, **RUNNING}),
    "two-columns": ("weasyprint", {"columns": 2, "justify": True}),
    "two-columns-office": ("office", {"columns": 2, "footer": True}),
    "word": ("office", WORD),
    "word-docx": ("docx", WORD), "word-odt": ("odt", WORD),
    "form-docx": ("docx", {"label": "top"}), "form-odt": ("odt", {"label": "centred"}),
    "bordered-docx": ("docx", {"label": "centred", "borders": True, **RUNNING}),
    "text-labels": ("text", {"label": "top"}), "text-pages": ("text", {"pages": True}),
    "indented": ("weasyprint", {"indent": True, "footer": True}),
    "indented-form-office": ("office", {"indent": True, "label": "top"}),
    "justified": ("weasyprint", {"justify": True, "label": "top"}),
    "justified-office": ("office", {"justify": True, **RUNNING}),
    "justified-roff": ("roff", {"justify": True, "hyphenate": True, "indent": True, **RUNNING}),
    "letter-small": ("weasyprint", {"paper": "letter", "margin": "15mm 14mm", "size": 9, "label": "top", "footer": True,
                                    "footer_at": "right"}),
    "numbered": ("weasyprint", {"footer": True, "css": "body { counter-reset: n } h4 ~ p:not(.goal), h3 ~ p:not(.goal) { counter-increment: n } "
                                "h3 + p { counter-increment: none !important } h4 ~ p:not(.goal)::before, h3 ~ p:not(.goal) + p::before { content: counter(n) '. ' } h3 + p::before { content: none !important }"}),
    "watermark": ("weasyprint", {"label": "top", "borders": True, "watermark": "DRAFT", **RUNNING}),
    "double-spaced": ("weasyprint", {"leading": 2.0, "label": "centred", "footer": True}),
    "large": ("weasyprint", {"size": 14, "label": "top", "label_width": "30%"}),
    "spaced-headings": ("weasyprint", {"css": "h1, h2 { letter-spacing: .3em }", "footer": True}),
    "rows": ("weasyprint", {"label": "top", "borders": True, "rows": True, "footer": True}),
    "rows-open": ("weasyprint", {"label": "top", "rows": True, "footer": True}),
    "stacked": ("weasyprint", {"label": "top", "borders": True, "stacked": True, **RUNNING}),
    "landscape": ("weasyprint", {"paper": "A4 landscape", "label": "centred", "label_width": "18%", "footer": True}),
    "shaded": ("weasyprint", {"label": "top", "footer": True, "font": "Liberation Sans", "css": "td.label { background: #dde } "
                              "table.form td { border-bottom: 0.5pt solid #99a }"}),
    "bold-labels": ("weasyprint", {"label": "bottom", "css": "td.label { font-weight: bold; font-variant: small-caps }"}),
    "two-columns-roff": ("roff", {"columns": True, "hyphenate": True, **RUNNING}),
    "form-pango": ("pango", {"label": "top", "footer": True}), "bordered-pango": ("pango", {"label": "top", "borders": True, **RUNNING}),
    "flat-pango": ("pango", {"justify": True, "footer": True}),
    "form-chromium": ("chromium", {"label": "top"}), "form-centred-chromium": ("chromium", {"label": "centred", "footer": True}),
    "bordered-chromium": ("chromium", {"label": "centred", "borders": True}),
    "rows-chromium": ("chromium", {"label": "top", "borders": True, "rows": True, "footer": True}),
    "flat-chromium": ("chromium", {"justify": True, "footer": True}),
    "stacked-chromium": ("chromium", {"label": "top", "borders": True, "stacked": True}),
    "two-columns-chromium": ("chromium", {"columns": 2, "justify": True}),
    "form-wkhtml": ("wkhtmltopdf", {"label": "top", "footer": True}),
    "bordered-wkhtml": ("wkhtmltopdf", {"label": "centred", "borders": True, "header": True, "footer": True}),
    "flat-wkhtml": ("wkhtmltopdf", {"footer": True}),
    "flat-latex": ("latex", {}), "indented-latex": ("latex", {"indent": True}), "two-columns-latex": ("latex", {"columns": True}),
    "rows-latex": ("latex", {"label": "top"}), "a5-latex": ("latex", {"geometry": "a5paper,margin=14mm"}),
    "rows-reportlab": ("reportlab", {"label": "top", "footer": True}),
    "grid-reportlab": ("reportlab", {"label": "top", "grid": True, "header": True, "footer": True}),
    "zebra-reportlab": ("reportlab", {"label": "top", "zebra": True, "footer": True, "landscape": True}),
    "above-reportlab": ("reportlab", {"label": "above", "justify": True, "footer": True}),
    "a5-reportlab": ("reportlab", {"label": "top", "paper": "A5", "margin": 34, "size": 8, "footer": True}),
    "open-tables": ("weasyprint", {"label": "top", "open_tables": True, "footer": True}),
    "a5": ("weasyprint", {"paper": "A5", "margin": "14mm 12mm", "size": 8.5, "label": "top", "footer": True}),
    "zebra": ("weasyprint", {"label": "top", "rows": True, "open_tables": True, "footer": True, "css":
                             "tr:nth-child(even) td { background: #eef2f7 } table.form td { border: none !important }"}),
    "labels-above": ("weasyprint", {"label": "top", "stacked": True, "footer": True, "css": "table.form td { border: none }"}),
    "upright-labels": ("weasyprint", {"label": "top", "label_width": "9%", "footer": True, "css":
                                      "td.label { font-size: .7em; line-height: 1.1 }"}),
}
# Headings as submitters write them: the label, its tail, and whether the title stands on the next line.
HEADINGS = {"upper": ("POLICY TARGET NO. {number}", False), "dash": ("Policy Target {number} –", False),
            "degree": ("Target n° {number}:", False), "roman": ("Policy Target {roman}:", False),
            "no-colon": ("Policy target No. {number}", False), "broken": ("Policy target No. {number}:", True),
            "full-stop": ("Policy Target No. {number}.", False), "glued": ("Policy target No.{number}:", False)}
for i, name in enumerate(HEADINGS):
    LAYOUTS[f"heading-{name}"] = (("weasyprint", "office")[i % 2], {"label": ("top", None, "centred")[i % 3], "heading": name})
# name: (of which layout, what is done to it)
DAMAGED = {
    "scan-300": ("form-top", lambda a, b: damage.scan(a, b, 300)),
    "scan-150": ("form-top", lambda a, b: damage.scan(a, b, 150)),
    "scan-300-bordered": ("bordered-office", lambda a, b: damage.scan(a, b, 300, seed=2)),
    "scan-150-flat": ("flat-office", lambda a, b: damage.scan(a, b, 150, seed=3)),
    "distilled-word": ("word", damage.distil), "distilled-form": ("form-centred", damage.distil),
}
for angle in (90, 180, 270):
    DAMAGED[f"upright-{angle}"] = ("bordered", lambda a, b, angle=angle: damage.turn_upright(a, b, angle))
    DAMAGED[f"sideways-{angle}"] = ("form-top", lambda a, b, angle=angle: damage.turn_sideways(a, b, angle))
SUFFIX = {"docx": ".docx", "odt": ".odt", "text": ".txt"}
LATIN = {"en", "fr", "es", "de", "it", "pt"}


def with_headings(form, name):
    """The form with its target headings written another way (English words; other languages: their own variants)."""
    form = copy.deepcopy(form)
    pattern, broken = HEADINGS[name]
    if form["language"] != "en":
        own = WORDS[form["language"]]["target_label"]
        pattern = own[list(HEADINGS).index(name) % len(own)]
    for t in form["targets"]:
        t["heading"] = target_heading(pattern, t["number"], "\n" + t["title"] if broken else t["title"])
    return form


def path_of(folder, name):
    return folder / (name + SUFFIX.get(LAYOUTS.get(name, ("", {}))[0], ".pdf"))


def make(form, folder, wanted):
    """Makes the layouts named in `wanted`; returns their paths."""
    names = [n for n in [*LAYOUTS, *DAMAGED] if any(fnmatch.fnmatch(n, w) for w in wanted)]
    if form["language"] not in LATIN:
        names = [n for n in names if not n.endswith(("-roff", "-latex", "-reportlab"))]
    needed = [n for n in dict.fromkeys(names + [DAMAGED[n][0] for n in names if n in DAMAGED]) if not path_of(folder, n).exists()]
    office = []
    for name in (n for n in needed if n in LAYOUTS):
        program, style = LAYOUTS[name]
        shown = with_headings(form, style["heading"]) if "heading" in style else form
        path = path_of(folder, name)
        if program == "weasyprint":
            html.write_pdf(shown, style, path)
        elif program == "roff":
            roff.write_pdf(shown, style, path)
        elif program == "pango":
            from typeset import pango  # needs gi, which only Debian's own python3 has
            pango.write_pdf(shown, style, path)
        elif program in {"chromium", "wkhtmltopdf"}:
            browser.write_pdf(shown, style, path, program)
        elif program == "latex":
            latex.write_pdf(shown, style, path)
        elif program == "reportlab":
            from typeset import platypus  # needs reportlab, which only Debian's own python3 may have
            platypus.write_pdf(shown, style, path)
        elif program == "text":
            text.write_text(shown, style, path)
        else:
            office.append((shown, style, path))
    odt.convert(office)
    for name in (n for n in needed if n in DAMAGED):
        DAMAGED[name][1](path_of(folder, DAMAGED[name][0]), path_of(folder, name))
    return [path_of(folder, n) for n in names]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=pathlib.Path)
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("--only", default="*", type=lambda s: s.split(","))
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    if args.list or not args.folder:
        print("\n".join([*LAYOUTS, *DAMAGED]))
        return
    form = form_of_gold(json.loads(args.gold.read_text(encoding="utf-8")))
    for path in make(form, args.folder, args.only if isinstance(args.only, list) else [args.only]):
        print(path)


if __name__ == "__main__":
    main()
