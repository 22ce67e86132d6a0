#!/usr/bin/env python3
# Loads into SQLite and into a real PostgreSQL server, which this script starts in a temporary folder on a local socket:
# round trips, loading twice, superseding, kill -9 at random moments, the queries of docs/databases.md.
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import build, check, equal, finish, plumbline, run, skip, tree  # noqa: E402

CHILDREN = ("warnings", "targets", "goals", "sections", "action_groups", "actions", "action_cells", "timeframes",
            "findings", "checks", "unassigned", "texts")
KILLS = int(os.environ.get("PLUMBLINE_KILLS", "100"))


class Sqlite:
    name = "sqlite"

    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def fresh(self):
        self.count += 1
        return str(self.folder / f"results-{self.count}.sqlite")

    def query(self, database, sql):
        result = run("sqlite3", "-json", database, sql)
        return json.loads(result.stdout) if result.stdout.strip() else []

    def stop(self):
        pass


class Postgresql:
    """A server of its own: no network, a socket in the folder, and the user that runs it (as root: postgres)."""
    name = "postgresql"

    def __init__(self, folder):
        binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        if not binaries:
            raise FileNotFoundError("/usr/lib/postgresql")
        self.binaries, self.folder, self.count = binaries[-1], folder / "pg", 0
        self.folder.mkdir()
        self.as_owner = []
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            folder.chmod(0o755)
            self.as_owner = ["runuser", "-u", "postgres", "--"]
        data = self.folder / "data"
        self.call("initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-U", "tester", "--no-sync")
        self.call("pg_ctl", "-D", data, "-w", "-l", self.folder / "log", "-o",
                  f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' -c fsync=off", "start")

    def call(self, program, *arguments):
        # Files, not pipes: the server would keep a pipe open.
        with tempfile.TemporaryFile() as output:
            code = subprocess.run([*self.as_owner, self.binaries / program, *arguments], cwd="/", stdout=output,
                                  stderr=output, check=False).returncode
            output.seek(0)
            assert code == 0, output.read().decode(errors="replace")

    def fresh(self):
        self.count += 1
        name = f"results_{self.count}"
        run("psql", self.address("postgres"), "-qc", f"CREATE DATABASE {name}")
        return self.address(name)

    def address(self, name):
        return f"postgresql:///{name}?host={self.folder}&user=tester"

    def query(self, database, sql):
        sql = sql.strip().rstrip(";")
        result = run("psql", database, "-qAtc", f"SELECT COALESCE(json_agg(row_to_json(q)), '[]') FROM ({sql}) q")
        return json.loads(result.stdout)

    def stop(self):
        self.call("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")


def load(database, *paths, expect=0):
    return run(plumbline, "load", *paths, "--into", database, expect=expect).stderr


def export(database, *options):
    return run(plumbline, "export", database, *options).stdout


def round_trip(server, folder):
    database = server.fresh()
    load(database, folder / "ndjson")
    wanted = (folder / "ndjson").read_text(encoding="utf-8")
    equal(export(database, "--all"), wanted, "after ndjson")
    assert "6 replaced" in load(database, folder / "json"), "the indented array is the same"
    equal(export(database, "--all"), wanted, "after json")


def tables_agree_with_extracts(server, folder):
    database = server.fresh()
    load(database, folder / "ndjson")
    extracts = [json.loads(line) for line in (folder / "ndjson").read_text(encoding="utf-8").split("\n")[:-1]]
    actions = {}
    for extract in extracts:
        for target in (extract["report"] or {"targets": []})["targets"]:
            for section in target["sections"]:
                for group in section["groups"]:
                    for action in group["actions"]:
                        actions[extract["source"]["sha256"], action["id"]] = action
    rows = server.query(database, "SELECT s.sha256, a.id, a.text, a.latest, a.span_start, a.places, a.timeframe FROM "
                                  "actions a JOIN submissions s ON s.id = a.submission")
    equal(len(rows), len(actions))
    for row in rows:
        action = actions[row["sha256"], row["id"]]
        equal(row["text"], action["text"])
        equal(row["latest"], action.get("timeframe", {}).get("latest"))
        equal(row["timeframe"], action.get("timeframe", {}).get("status"))
        equal(row["span_start"], action["where"]["span"][0])
        places = row["places"]
        equal(json.loads(places) if isinstance(places, str) else places, action["where"].get("places") or None)
    (found,) = server.query(database, "SELECT COUNT(*) AS n FROM findings")
    equal(found["n"], sum(len(extract["findings"]) for extract in extracts))


def folders_of_extracts_and_submissions_are_loaded(server, folder):
    database = server.fresh()
    with tempfile.TemporaryDirectory() as name:
        deep = pathlib.Path(name) / "a folder" / "deeper"
        deep.mkdir(parents=True)
        lines = (folder / "ndjson").read_text(encoding="utf-8").split("\n")[:-1]
        for number, line in enumerate(lines):
            (deep / f"{number}.{'json' if number % 2 else 'ndjson'}").write_text(line + "\n", encoding="utf-8")
        (deep / "settings.json").write_text('{"theme": "dark"}')
        (deep / "submission.txt").write_text("Report of a country without a template.\n")
        said = load(database, name)
    assert f"{len(lines) + 1} added" in said and "0 not loaded" in said, said


def loading_twice_changes_nothing(server, folder):
    database = server.fresh()
    load(database, folder / "ndjson")
    counts = counts_of(server, database)
    load(database, folder / "ndjson")
    equal(counts_of(server, database), counts)


def counts_of(server, database):
    sql = " UNION ALL ".join(f"SELECT '{table}' AS name, COUNT(*) AS n FROM {table}" for table in
                             CHILDREN + ("submissions",))
    return {row["name"]: row["n"] for row in server.query(database, sql)}


def revised(folder, sha256, **report):
    extract = json.loads((folder / "ndjson").read_text(encoding="utf-8").split("\n")[0])
    extract["source"]["sha256"] = sha256 * 64
    extract["report"].update(report)
    path = folder / f"revised-{sha256}.json"
    path.write_text(json.dumps(extract), encoding="utf-8")
    return path


def new_versions_supersede(server, folder):
    database = server.fresh()
    load(database, revised(folder, "1"))
    assert "1 superseded" in load(database, revised(folder, "2"))
    assert "0 superseded" in load(database, revised(folder, "3", year=2020)), "another year is another submission"
    assert "0 superseded" in load(database, revised(folder, "4", party="Arvenia")), "and so is another party"
    equal(len(export(database).splitlines()), 3)
    equal(len(export(database, "--all").splitlines()), 4)
    equal(server.query(database, "SELECT COUNT(*) AS n FROM current_submissions"), [{"n": 3}])


def what_is_no_extract_is_told(server, folder):
    database = server.fresh()
    path = folder / "broken.ndjson"
    lines = (folder / "ndjson").read_text(encoding="utf-8").split("\n")
    path.write_text(lines[0] + "\n" + lines[1].replace('"targets":[', '"targets":7,"was":[', 1) + "\n" + lines[3] + "\n",
                    encoding="utf-8")
    message = load(database, path, expect=3)
    assert "extract 2: not an extract" in message and "2 added" in message, message
    path.write_text('{"schema_version": "1.0.0", "cut": "sho', encoding="utf-8")
    assert "not JSON" in load(database, path, expect=3)


def kill_at_random_moments(server, folder):
    rng = random.Random(7)
    many = folder / "many.ndjson"
    if not many.exists():
        lines = (folder / "ndjson").read_text(encoding="utf-8").split("\n")[:-1]
        extracts = [json.loads(line) for line in lines]
        with open(many, "w", encoding="utf-8") as out:
            for copy in range(10):
                for extract in extracts:
                    extract["source"]["sha256"] = f"{copy:02x}" + (extract["source"]["sha256"] or "0" * 64)[2:]
                    if extract["report"]:
                        extract["report"]["party"] = f"Party {copy}"
                    out.write(json.dumps(extract, ensure_ascii=False) + "\n")
    whole = server.fresh()
    start = time.monotonic()
    load(whole, many)
    longest = time.monotonic() - start
    wanted, counts = export(whole, "--all"), counts_of(server, whole)
    database = server.fresh()
    killed = 0
    for _ in range(KILLS):
        loader = subprocess.Popen([plumbline, "load", many, "--into", database], stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0, longest))
        if loader.poll() is None:
            loader.send_signal(signal.SIGKILL)
            killed += 1
        loader.wait()
        if killed % 10 == 1:
            assert_whole(server, database)
    assert killed > KILLS / 4, f"only {killed} of {KILLS} loads were still running"
    assert_whole(server, database)
    load(database, many)
    equal(sorted(export(database, "--all").splitlines()), sorted(wanted.splitlines()), "the next load completes it")
    equal(counts_of(server, database), counts)


def assert_whole(server, database):
    """Every submission that is there has all its actions, findings and texts."""
    exists = [] if server.name == "sqlite" and not os.path.exists(database) else server.query(
        database, "SELECT 1 AS n FROM " + ("sqlite_master" if server.name == "sqlite" else "pg_class") +
        (" WHERE name" if server.name == "sqlite" else " WHERE relname") + " = 'texts'")
    if not exists:
        return
    # PostgreSQL goes on with a killed client's statement until it notices: its transaction is not seen before.
    rows = server.query(database, "SELECT s.extract, (SELECT COUNT(*) FROM actions a WHERE a.submission = s.id) AS actions, "
                                  "(SELECT COUNT(*) FROM findings f WHERE f.submission = s.id) AS findings, "
                                  "(SELECT COUNT(*) FROM checks c WHERE c.submission = s.id) AS checks FROM submissions s")
    for row in rows:
        extract = row["extract"] if isinstance(row["extract"], dict) else json.loads(row["extract"])
        actions = sum(len(group["actions"]) for target in (extract["report"] or {"targets": []})["targets"]
                      for section in target["sections"] for group in section["groups"])
        equal((row["actions"], row["findings"], row["checks"]),
              (actions, len(extract["findings"]), len(extract["checks"])), extract["source"]["name"])


def documented_queries(server, folder):
    database = server.fresh()
    load(database, folder / "ndjson")
    text = (tree / "docs/databases.md").read_text(encoding="utf-8")
    queries = re.findall(r"```sql( sqlite| postgresql)?\n(.*?)```", text, re.S)
    tried = 0
    for dialect, sql in queries:
        if dialect.strip() in ("", server.name):
            rows = server.query(database, sql)
            assert isinstance(rows, list)
            tried += 1
    assert tried >= 10, f"{tried} queries"


def search_finds_words(server, folder):
    database = server.fresh()
    load(database, folder / "ndjson")
    sql = ("SELECT t.node FROM text_search f JOIN texts t ON t.id = f.rowid WHERE text_search MATCH 'willows'"
           if server.name == "sqlite" else
           "SELECT node FROM texts WHERE to_tsvector('simple', text) @@ plainto_tsquery('simple', 'willows')")
    equal({row["node"] for row in server.query(database, sql)}, {"t1.planned.1.3"})
    load(database, folder / "ndjson")
    equal(len(server.query(database, sql)), 2, "after loading again, in two submissions")


def copy_form_loads_ndjson(server, folder):
    """The one form of \\copy that takes NDJSON as it is, as docs/databases.md gives it."""
    if server.name != "postgresql":
        return
    database = server.fresh()
    text = (tree / "docs/databases.md").read_text(encoding="utf-8")
    command = re.search(r"^\\copy .*$", text, re.M).group().replace("extracts.ndjson", str(folder / "ndjson"))
    script = folder / "copy.sql"
    script.write_text(f"CREATE TABLE raw_extracts (extract jsonb);\n{command}\n", encoding="utf-8")
    run("psql", database, "-q", "-v", "ON_ERROR_STOP=1", "-f", script)
    equal(server.query(database, "SELECT COUNT(*) AS n FROM raw_extracts"), [{"n": 6}])
    names = {row["n"] for row in server.query(database, "SELECT extract->'source'->>'name' AS n FROM raw_extracts")}
    assert any('::error::' in name for name in names), names


def duckdb_line(folder):
    if not shutil.which("duckdb"):
        return skip("the DuckDB line", "duckdb is not installed")
    text = (tree / "docs/databases.md").read_text(encoding="utf-8")
    sql = re.search(r"^duckdb -c \"(.*)\"$", text, re.M).group(1).replace("extracts.ndjson", str(folder / "ndjson"))
    return check("the DuckDB line", run, "duckdb", "-c", sql)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(build / "tests" / "write_samples", folder)
        for make in (Sqlite, Postgresql):
            try:
                server = make(folder)
            except FileNotFoundError as error:
                if os.environ.get("CI"):
                    check("a PostgreSQL server starts", lambda why=error: (_ for _ in ()).throw(why))
                else:
                    skip("PostgreSQL", f"no server is installed ({error})")
                continue
            try:
                for test in (round_trip, tables_agree_with_extracts, folders_of_extracts_and_submissions_are_loaded,
                             loading_twice_changes_nothing, new_versions_supersede,
                             what_is_no_extract_is_told, search_finds_words, copy_form_loads_ndjson, documented_queries,
                             kill_at_random_moments):
                    if test is copy_form_loads_ndjson and server.name != "postgresql":
                        continue
                    check(f"{test.__name__} ({server.name})", test, server, folder)
            finally:
                server.stop()
        duckdb_line(folder)
    finish()


if __name__ == "__main__":
    main()
