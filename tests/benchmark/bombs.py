#!/usr/bin/env python3
"""How fast good submissions are done while some of the batch are bombs. Prints a Markdown table.

usage: bombs.py PLUMBLINE BOMB… [--good N] [--shares 0,1,5]

N small good submissions, with so many per cent of bombs (the files given, over and over) spread among them. Measured is the time
until the last good one is in the cache; the bombs may take longer, and the run is ended then.
"""
import argparse
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "scripts" / "support"))
from samples import pdf_of, text_page  # noqa: E402


def good_ones_done(database):
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=1) as store:
            return store.execute("SELECT count(*) FROM results WHERE key LIKE '%good.pdf'").fetchone()[0]
    except sqlite3.Error:
        return 0  # not there yet


def seconds_for_good_ones(plumbline, folder, cache, count):
    start = time.monotonic()
    run = subprocess.Popen([plumbline, "check", "-q", "--exit-zero", "--no-ocr", "--format", "ndjson", "-j2", "--cache", cache, folder],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while run.poll() is None:
        databases = list(cache.rglob("*.sqlite"))
        if databases and good_ones_done(databases[0]) >= count:
            break
        time.sleep(0.1)
    took = time.monotonic() - start
    if run.poll() is None:
        run.send_signal(signal.SIGTERM)
    run.wait()
    done = max([good_ones_done(database) for database in cache.rglob("*.sqlite")], default=0)
    if done != count:
        sys.exit(f"{done} of {count} good submissions are done")
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plumbline")
    parser.add_argument("bombs", nargs="+")
    parser.add_argument("--good", type=int, default=2000)
    parser.add_argument("--shares", default="0,1,5")
    options = parser.parse_args()
    bombs = [pathlib.Path(bomb).read_bytes() for bomb in options.bombs]
    print("| bombs | good ones a second | of the first |\n|---|---|---|")
    first = 0
    for share in map(int, options.shares.split(",")):
        with tempfile.TemporaryDirectory() as name:
            folder, cache = pathlib.Path(name) / "files", pathlib.Path(name) / "cache"
            folder.mkdir(), cache.mkdir()
            places = list(range(options.good * 100 // (100 - share)))
            bad = set(random.Random(1).sample(places, len(places) - options.good))
            for place in places:
                kind, content = ("bomb", bombs[place % len(bombs)] + b"\n%%%d\n" % place) if place in bad else \
                    ("good", pdf_of([text_page(place)]))
                (folder / f"{place:05}{kind}.pdf").write_bytes(content)
            rate = options.good / seconds_for_good_ones(options.plumbline, folder, cache, options.good)
            first = first or rate
            print(f"| {share} % | {rate:.0f} | {100 * rate / first:.0f} % |", flush=True)


if __name__ == "__main__":
    main()
