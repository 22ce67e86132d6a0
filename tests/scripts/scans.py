#!/usr/bin/env python3
# A scanned page is read by a worker in its sandbox, through the same layout as text.
import json
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "corpus"))
from checks import check, equal, finish, plumbline, run, skip, tree  # noqa: E402
from typeset import damage  # noqa: E402

PROGRAMS = ("pdfseparate", "pdftoppm", "convert", "img2pdf")
SUBMISSIONS = tree / "corpus/submissions"


def page_and_scan(folder, name, dots_per_inch=200):
    page, scan = folder / f"{name}.page.pdf", folder / f"{name}.scan.pdf"
    run("pdfseparate", "-f", 1, "-l", 1, SUBMISSIONS / name.split(".")[0] / f"{name}.pdf", page)
    damage.scan(page, scan, dots_per_inch)
    return page, scan


def extract_of(scan):
    return json.loads(run(plumbline, "extract", "--no-cache", "--format", "json", scan, expect=None).stdout)


def is_read(extract):
    equal([w for w in extract["warnings"] if w["code"] != "pdf-syntax"], [], "warnings")
    equal(extract["source"]["text"], "ocr", "where the text is from")
    equal(extract["source"]["language"], "en", "language")
    equal([t["number"] for t in extract["report"]["targets"]], [1, 2], "targets")


def is_checked(scan):
    result = run(plumbline, "check", "--no-cache", "--require-sandbox", scan, expect=1)
    for part in ("global-alliance", "1 page", "missing-target"):
        if part not in result.stdout:
            raise AssertionError(f"{part} is not in {result.stdout[:3000]}")


def counts(file):
    return [(target["number"], len(target["goals"]),
             [(section["kind"], len(group["actions"])) for section in target["sections"] for group in section["groups"]])
            for target in extract_of(file)["report"]["targets"]]


def has_structure_of(scan, page):
    equal(counts(scan), counts(page), "goals and actions of each target")


def main():
    title = "a scanned page is read in a worker"
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        skip(title, f"{', '.join(missing)} not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        _, scan = page_and_scan(folder, "sarovia-2014.form")
        extract = extract_of(scan)
        reasons = [w["message"] for w in extract["warnings"] if w["code"] == "page-without-text"]
        if any("no OCR" in reason or "no language data" in reason for reason in reasons):
            skip(title, reasons[0])
            return
        check(title, is_read, extract)
        check("a scanned page is checked", is_checked, scan)
        for name in ("severia-2014.ramka", "qinghe-2014.biankuang"):
            page, scan = page_and_scan(folder, name, 300)
            check(f"a scanned page of {name} has the structure of the page", has_structure_of, scan, page)


main()
finish()
