#!/usr/bin/env python3
"""Instructions that reading and checking some of the corpus takes, against tests/benchmark/instructions.txt.

usage: instructions.py [--accept]

Times are noisy, instructions are not; libraries' choices for the processor at hand make up to a few per cent. More than a tenth
above what is written there fails; --accept writes what is counted now. A tenth below asks for it, so that gains are kept.
"""
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, finish, plumbline, skip, tree  # noqa: E402
from watch import instructions  # noqa: E402

TABLE = tree / "tests" / "benchmark" / "instructions.txt"
MOST = 1.10


def known():
    return {path: int(count) for count, path in (line.split() for line in TABLE.read_text().splitlines() if line[0] != "#")}


def count(path):
    return instructions([plumbline, "outline", "--no-ocr", tree / path])


def takes_no_more(path, most):
    now = count(path)
    print(f"{path}: {now / 1e6:.0f} million, written: {most / 1e6:.0f} million")
    assert now <= MOST * most, f"{now} instructions; {most} are written in {TABLE.name}"
    if now < most / MOST:
        print("  fewer than written: --accept keeps the gain")


if not shutil.which("valgrind"):
    skip("instructions", "valgrind is not installed")
elif "--accept" in sys.argv:
    lines = ["# Instructions of `plumbline outline --no-ocr FILE`, release build. tests/scripts/instructions.py --accept"]
    lines += [f"{count(path)} {path}" for path in known()]
    TABLE.write_text("\n".join(lines) + "\n")
else:
    for path, most in known().items():
        check(path, takes_no_more, path, most)
finish()
