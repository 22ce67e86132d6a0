#!/usr/bin/env python3
# What a run takes grows with its input and no faster: instructions on pages of many cells, the coordinator's memory and
# descriptors over many files. Counts, never times; tests/benchmark/growth.py measures the times.
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, equal, finish, plumbline, skip  # noqa: E402
from samples import cell_page, pdf_of, text_page  # noqa: E402
from watch import instructions, watch  # noqa: E402

scratch = pathlib.Path(tempfile.mkdtemp())


def outline(name, contents):
    path = scratch / name
    path.write_bytes(pdf_of(contents))
    return instructions([plumbline, "outline", "--no-ocr", path])


def twice_the_cells_cost_at_most_two_and_a_half_times_as_much():
    counts = [outline(f"cells{n}.pdf", [cell_page(n)]) for n in (1000, 2000, 4000)]
    for less, more in zip(counts, counts[1:]):
        assert more <= 2.5 * less, counts


def twice_the_pages_cost_at_most_twice_as_much():
    counts = [outline(f"pages{n}.pdf", [text_page(i) for i in range(n)]) for n in (10, 20, 40)]
    for less, more in zip(counts, counts[1:]):
        assert more <= 2.1 * less, counts


def ten_times_the_files_need_no_more_of_the_coordinator():
    taken = []
    for count in (20, 200):
        folder = scratch / f"files{count}"
        folder.mkdir()
        for n in range(count):
            (folder / f"{n}.pdf").write_bytes(pdf_of([text_page(1000 * count + n)]))
        taken.append(watch([plumbline, "check", "--no-cache", "--quiet", "--exit-zero", "--format", "ndjson", "-j2", folder]))
        equal(taken[-1]["code"], 0, "exit code")
    few, many = taken
    assert many["memory"] <= few["memory"] + 8 * 1024, taken
    assert many["descriptors"] <= few["descriptors"] + 4, taken
    equal(many["zombies"], 0, "children that nobody waited for")


if shutil.which("valgrind"):
    check("twice the cells", twice_the_cells_cost_at_most_two_and_a_half_times_as_much)
    check("twice the pages", twice_the_pages_cost_at_most_twice_as_much)
else:
    skip("instructions of larger pages", "valgrind is not installed")
check("ten times the files", ten_times_the_files_need_no_more_of_the_coordinator)
shutil.rmtree(scratch)
finish()
