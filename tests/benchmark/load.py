#!/usr/bin/env python3
# Documents a second into SQLite and PostgreSQL, and what share of extraction's time that is.
#   PLUMBLINE=build/release/app/plumbline tests/benchmark/load.py SUBMISSION…
# Processor time of the program (user and system) is compared, so that other work on the machine does not count; the
# server's own time is added for PostgreSQL by the clock of a machine that is otherwise idle.
import json
import pathlib
import sys
import tempfile

tree = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(tree / "tests/scripts/support"), str(tree / "tests/scripts")]
from checks import plumbline  # noqa: E402
from databases import Postgresql, Sqlite  # noqa: E402
from watch import timed  # noqa: E402

COPIES = 200


def main(files):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        extracts = folder / "extracts.ndjson"
        with open(extracts, "w", encoding="utf-8") as out:
            cost, clock = timed([plumbline, "extract", "--format", "ndjson", *files], stdout=out)
        each, each_clock = cost / len(files), clock / len(files)
        print(f"extract: {each * 1000:.1f} ms of processor a document ({each_clock * 1000:.1f} ms by the clock)")
        lines = extracts.read_text(encoding="utf-8").splitlines()
        many = folder / "many.ndjson"
        with open(many, "w", encoding="utf-8") as out:
            for copy in range(COPIES):
                extract = json.loads(lines[copy % len(lines)])
                extract["source"]["sha256"] = f"{copy:064x}"
                if extract["report"]:
                    extract["report"].update(party=f"Party {copy}", party_code=None)
                out.write(json.dumps(extract, ensure_ascii=False, separators=(",", ":")) + "\n")
        for make in (Sqlite, Postgresql):
            server = make(folder)
            try:
                cost, clock = timed([plumbline, "load", many, "--into", server.fresh()])
            finally:
                server.stop()
            print(f"{server.name}: {COPIES / clock:.0f} documents a second by the clock; "
                  f"{cost / COPIES * 1000:.1f} ms of processor a document, {100 * cost / COPIES / each:.1f} % of extraction; "
                  f"by the clock {100 * clock / COPIES / each_clock:.1f} %")


main(sys.argv[1:])
