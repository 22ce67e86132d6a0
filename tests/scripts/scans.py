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
SUBMISSION = tree / "corpus/submissions/sarovia-2014/sarovia-2014.form.pdf"


def scanned_page(folder):
    page, scan = folder / "page.pdf", folder / "scan.pdf"
    run("pdfseparate", "-f", 1, "-l", 1, SUBMISSION, page)
    damage.scan(page, scan, 200)
    return scan


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


def main():
    title = "a scanned page is read in a worker"
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    if missing:
        skip(title, f"{', '.join(missing)} not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        scan = scanned_page(pathlib.Path(name))
        extract = json.loads(run(plumbline, "extract", "--no-cache", "--format", "json", scan, expect=None).stdout)
        reasons = [w["message"] for w in extract["warnings"] if w["code"] == "page-without-text"]
        if any("no OCR" in reason or "no language data" in reason for reason in reasons):
            skip(title, reasons[0])
            return
        check(title, is_read, extract)
        check("a scanned page is checked", is_checked, scan)


main()
finish()
