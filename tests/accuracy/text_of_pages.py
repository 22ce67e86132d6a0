#!/usr/bin/env python3
"""Compares the text of each page of PDFs with what pdftotext and mutool find there: is anything lost or made up?

usage: text_of_pages.py [--program P] [--details] FILE.pdf…

Words are compared as multisets, each page for itself, blanks aside: what another program has and Plumbline has not is
"lost", the other way is "added". Words parted by a blank in one and not in the other are counted for themselves: what
remains after words were compared is compared again by characters. Chinese and Japanese are compared by characters.
"""
import argparse
import os
import pathlib
import re
import subprocess
import unicodedata
from collections import Counter

TREE = pathlib.Path(__file__).resolve().parents[2]
IGNORED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\ue000-\uf8ff\u0640·•●▪◦]")  # bullets: of symbol fonts, whose signs others leave unnamed
CJK = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
SHAPES = str.maketrans("‐‑‒–—―−‘’“”´`", "-------''\"\"''")


def words_of(text):
    text = unicodedata.normalize("NFKC", IGNORED.sub("", unicodedata.normalize("NFKC", text).translate(SHAPES)))
    text = "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return Counter(CJK.sub(lambda c: f" {c.group()} ", text).split())


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, timeout=600).stdout.decode("utf-8", "replace")


def pages_of_plumbline(program, path):
    pages, page = {}, None
    text = run(program, "outline", "--no-ocr", path)
    for line in text.splitlines():
        if found := re.fullmatch(r"page (\d+)", line):
            page = pages.setdefault(int(found.group(1)), [])
        elif page is not None and line.startswith("  "):
            node = line[16:].split(" ", 1)[0]  # of 20 columns, or more where its id is longer
            page.append(line[16 + max(len(node), 20) + 1:])
    return [" ".join(pages.get(i + 1, [])) for i in range(max(pages, default=0))]


def characters(words):
    return Counter("".join(word * n for word, n in words.items()))


def difference(ours, theirs):
    """(lost, added): words, of which parted ones are taken out."""
    lost, added = theirs - ours, ours - theirs
    lost_characters, added_characters = characters(lost) - characters(added), characters(added) - characters(lost)
    return lost, added, lost_characters, added_characters


def show(words):
    return " ".join(f"{w}×{n}" if n > 1 else w for w, n in sorted(words.items()))[:400]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--program", default=os.environ.get("PLUMBLINE", TREE / "build/release/app/plumbline"))
    args = parser.parse_args()
    others = {"pdftotext": ("pdftotext", "-layout", "-enc", "UTF-8"), "mutool": ("mutool", "draw", "-q", "-F", "txt")}
    print("| file | pages | characters | against | pages that differ | lost characters | added characters | words parted otherwise |")
    print("|---|---|---|---|---|---|---|---|")
    for path in args.files:
        ours = [words_of(text) for text in pages_of_plumbline(args.program, path)]
        for name, command in others.items():
            text = run(*command, path, "-") if name == "pdftotext" else run(*command, "-o", "-", path)
            theirs = [words_of(page) for page in text.split("\f")[:len(ours)]]
            theirs += [Counter()] * (len(ours) - len(theirs))
            differing, all_lost, all_added, parted, details = 0, 0, 0, 0, []
            for number, (a, b) in enumerate(zip(ours, theirs), 1):
                lost, added, lost_characters, added_characters = difference(a, b)
                parted += max(lost.total(), added.total()) if not lost_characters and not added_characters else 0
                if not lost and not added:
                    continue
                differing += bool(lost_characters or added_characters)
                all_lost += lost_characters.total()
                all_added += added_characters.total()
                details.append(f"  page {number}: lost [{show(lost)}] = {show(lost_characters)}; added [{show(added)}] = {show(added_characters)}")
            count = sum(characters(page).total() for page in ours)
            print(f"| {path.name} | {len(ours)} | {count} | {name} | {differing} | {all_lost} | {all_added} | {parted} |", flush=True)
            if args.details and details:
                print("\n".join(details), flush=True)


if __name__ == "__main__":
    main()
