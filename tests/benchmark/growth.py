#!/usr/bin/env python3
"""How time and memory grow with cells, pages and files. Prints Markdown tables.

usage: growth.py PLUMBLINE [--most-files N]
"""
import argparse
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts" / "support"))
from samples import cell_page, pdf_of, text_page  # noqa: E402
from watch import timed, watch  # noqa: E402


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
    print()


def of_one_file(plumbline, scratch, name, sizes, contents):
    rows = []
    for size in sizes:
        path = scratch / f"{size}.pdf"
        path.write_bytes(pdf_of(contents(size)))
        seconds, _ = timed([plumbline, "extract", "--no-cache", "--no-ocr", "-q", "--format", "ndjson", path])
        text, _ = timed(["pdftotext", path, "/dev/null"])
        rows.append((f"{size:,}", f"{seconds:.2f}", f"{text:.2f}", f"{seconds / text:.1f}"))
        path.unlink()
    table((name, "CPU, s", "pdftotext, s", "ratio"), rows)


def of_a_batch(plumbline, scratch, counts):
    rows = []
    folder = scratch / "files"
    folder.mkdir()
    made = 0
    for count in counts:
        for number in range(made, count):
            (folder / f"{number}.pdf").write_bytes(pdf_of([text_page(number)]))
        made = count
        seen = watch([plumbline, "check", "--no-cache", "-q", "--exit-zero", "--format", "ndjson", "-j2", folder])
        rows.append((f"{count:,}", f"{seen['seconds']:.1f}", f"{1000 * seen['seconds'] / count:.1f}",
                     f"{seen['memory'] / 1024:.0f}", seen["descriptors"], seen["zombies"]))
    table(("files of one page", "wall, s", "ms a file", "coordinator, MB", "descriptors", "zombies"), rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plumbline")
    parser.add_argument("--most-files", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        of_one_file(options.plumbline, scratch, "cells on a page", (1000, 2000, 4000, 8000), lambda n: [cell_page(n)])
        of_one_file(options.plumbline, scratch, "pages", (10, 100, 1000, 4000), lambda n: [text_page(i) for i in range(n)])
        of_a_batch(options.plumbline, scratch, [n for n in (10, 100, 1000, 10_000) if n <= options.most_files])


if __name__ == "__main__":
    main()
