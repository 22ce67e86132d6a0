#!/usr/bin/env python3
"""Whole programs side by side: plumbline against pdftotext and mutool on the same PDFs, in one run.

usage: programs.py PLUMBLINE FILE-OR-FOLDER… [--rounds N] [--instructions]

Prints the median CPU and wall time of each program over all files, and its ratio to pdftotext started once a file.
--instructions counts instructions with callgrind instead: slower, but the same on a busy machine; of `plumbline outline`, which
reads and checks in one process. Pages that are pictures are left out (--no-ocr): pdftotext does not read them either.
"""
import argparse
import os
import pathlib
import statistics
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts" / "support"))
from watch import instructions, timed  # noqa: E402


def pdfs_of(paths):
    found = []
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in os.walk(path):
                found += [os.path.join(folder, n) for n in names if n.lower().endswith(".pdf")]
        else:
            found.append(path)
    return sorted(found)


def programs(plumbline, pdfs, scratch):
    """Name -> list of commands that are run one after the other."""
    listing = os.path.join(scratch, "list")
    with open(listing, "wb") as out:
        out.write(b"\0".join(os.fsencode(p) for p in pdfs) + b"\0")
    kept = [plumbline, "check", "--no-ocr", "--quiet", "--exit-zero", "--files-from", listing, "--null", "--format", "ndjson"]
    check = kept + ["--no-cache"]
    text = os.path.join(scratch, "text")
    return {
        "pdftotext, once a file": [["pdftotext", p, text] for p in pdfs],
        "pdftotext -bbox-layout": [["pdftotext", "-bbox-layout", p, text] for p in pdfs],
        "mutool draw -F stext": [["mutool", "draw", "-q", "-F", "stext", "-o", text, p] for p in pdfs],
        "xargs -P 2 pdftotext": [["sh", "-c", f"xargs -0 -P 2 -I F pdftotext F /dev/null < '{listing}'"]],
        "plumbline check -j 1": [check + ["-j", "1"]],
        "plumbline check -j 2": [check + ["-j", "2"]],
        "plumbline check, kept": [kept + ["--cache", os.path.join(scratch, "cache")]],  # from the second round on
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plumbline")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--instructions", action="store_true")
    options = parser.parse_args()
    pdfs = pdfs_of(options.paths)
    if not pdfs:
        sys.exit("no PDF files there")
    with tempfile.TemporaryDirectory() as scratch:
        if options.instructions:
            for pdf in pdfs:
                ours = instructions([options.plumbline, "outline", "--no-ocr", pdf])
                theirs = instructions(["pdftotext", pdf, os.path.join(scratch, "text")])
                print(f"{ours / 1e6:10.1f} M  {theirs / 1e6:10.1f} M  {ours / theirs:6.2f}  {os.path.basename(pdf)}", flush=True)
            return
        chosen = programs(options.plumbline, pdfs, scratch)
        times = {name: [] for name in chosen}
        for _ in range(options.rounds):
            for name, commands in chosen.items():
                times[name].append(timed(*commands))
        base_cpu, base_wall = (statistics.median(t[i] for t in times["pdftotext, once a file"]) for i in (0, 1))
        print(f"{len(pdfs)} files, medians of {options.rounds} rounds; ratios to pdftotext once a file")
        for name, measured in times.items():
            cpu, wall = (statistics.median(t[i] for t in measured) for i in (0, 1))
            print(f"{name:26} CPU {cpu:8.3f} s {cpu / base_cpu:6.2f}   wall {wall:8.3f} s {wall / base_wall:6.2f}")


if __name__ == "__main__":
    main()
