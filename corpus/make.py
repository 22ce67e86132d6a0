#!/usr/bin/env python3
"""Makes the corpus' PDFs, texts and gold structures from its sources.

usage: make.py [ID …] [--gold-only] [--list]

Reads corpus/submissions/ID/submission.toml (all of them without an ID) and writes ID.gold.json and ID.LAYOUT.pdf (or .txt,
.docx, .odt) beside it. Needs LibreOffice, WeasyPrint, groff, Ghostscript, Pango; nobody who only uses or tests the program does.
"""
import argparse
import json
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from typeset import damage, html, odt, roff, text  # noqa: E402
from typeset.source import read  # noqa: E402

SUFFIX = {"docx": ".docx", "odt": ".odt", "text": ".txt"}


def distil(path):
    """Has Ghostscript write the file anew, with small subsets of its fonts."""
    whole = path.with_suffix(".whole")
    path.rename(whole)
    damage.distil(whole, path)
    whole.unlink()


def make(folder, gold_only):
    """Writes one submission's files; LibreOffice's jobs are handed back, to be done in one start."""
    source, form, gold = read(folder / "submission.toml")
    path = folder / f"{folder.name}.gold.json"
    path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    office = []
    if gold_only:
        return office
    for name, style in source["layout"].items():
        program = style.get("program", "weasyprint")
        path = folder / f"{folder.name}.{name}{SUFFIX.get(program, '.pdf')}"
        if program == "weasyprint":
            html.write_pdf(form, style, path)
        elif program == "roff":
            roff.write_pdf(form, style, path)
            distil(path)  # gropdf embeds whole fonts
        elif program == "pango":
            from typeset import pango  # needs gi, which only Debian's own python3 has
            pango.write_pdf(form, style, path)
            if style.get("distil"):
                distil(path)
        elif program == "text":
            text.write_text(form, style, path)
        else:
            office.append((form, style, path))
    return office


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--gold-only", action="store_true")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    os.environ["SOURCE_DATE_EPOCH"] = "1400000000"
    folders = sorted(p.parent for p in (HERE / "submissions").glob("*/submission.toml"))
    if args.list:
        print("\n".join(f.name for f in folders))
        return
    office = []
    for folder in folders:
        if not args.ids or folder.name in args.ids:
            office += make(folder, args.gold_only)
    odt.convert(office)


if __name__ == "__main__":
    main()
