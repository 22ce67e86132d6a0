#!/usr/bin/env python3
# A run over many submissions: one record for each whatever it is, the same bytes however it is run or interrupted.
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, equal, finish, plumbline, run, skip, tree  # noqa: E402
import samples  # noqa: E402
from runs import start  # noqa: E402

STATUSES = {"ok", "partial", "unreadable"}
HOSTILE = pathlib.Path(os.environ.get("PLUMBLINE_SHARED", tree.parent / "shared")) / "data" / "hostile"


def extract(*arguments, expect=None, **options):
    result = run(plumbline, "extract", "--format", "ndjson", "--quiet", *arguments, expect=expect, **options)
    return [json.loads(line) for line in result.stdout.splitlines()], result


def bytes_of(*arguments):
    return run(plumbline, "extract", "--format", "ndjson", "--quiet", "--no-cache", *arguments, expect=None).stdout


def one_of_each_kind():
    """Some of the corpus, small ones, of every ending."""
    chosen = []
    for ending in ("pdf", "docx", "odt", "txt"):
        files = sorted((tree / "corpus" / "submissions").glob(f"*/*.{ending}"), key=lambda f: (f.stat().st_size, f))
        chosen += files[:3]
    return chosen


def the_number_of_workers_changes_nothing():
    files = one_of_each_kind()
    first = bytes_of("-j1", *files)
    equal(len(first.splitlines()), len(files))
    for jobs in ("-j2", "-j7"):
        assert bytes_of(jobs, *files) == first, f"{jobs} gives other bytes than -j1"


def the_order_of_arguments_changes_only_the_order():
    files = one_of_each_kind()
    forward, backward = bytes_of(*files).splitlines(), bytes_of(*reversed(files)).splitlines()
    assert forward == backward[::-1], "the order of arguments changes records"


def findings_are_the_same_with_any_number_of_workers():
    files = one_of_each_kind()
    outputs = {jobs: run(plumbline, "check", "--no-cache", "--quiet", "--format", "sarif", jobs, *files, expect=None).stdout
               for jobs in ("-j1", "-j3")}
    assert outputs["-j1"] == outputs["-j3"] and outputs["-j1"]


def odd_names(folder):
    text = samples.text().encode()
    names = ["with\nnewline.txt", "-dash.txt", "ends in blank .txt", "\x1b[31mred.txt", "\u202etxt.txt"]
    paths = [os.fsencode(folder) + b"/" + os.fsencode(name) for name in names]
    paths.append(os.fsencode(folder) + b"/invalid-\xff\xfe.txt")
    for path in paths:
        pathlib.Path(os.fsdecode(path)).write_bytes(text)
    for place in ("one", "two"):  # one name, two files
        (folder / place).mkdir()
        (folder / place / "same.txt").write_bytes(samples.text(len(place)).encode() + place.encode())
        paths.append(os.fsencode(folder / place / "same.txt"))
    return paths


def odd_names_give_one_record_each(folder):
    paths = odd_names(folder)
    listing = folder / "listing"
    listing.write_bytes(b"\0".join(paths) + b"\0")
    records, _ = extract("--no-cache", "--null", "--files-from", listing)
    equal([record["status"] for record in records], ["ok"] * len(paths))
    records, _ = extract("--no-cache", "--", "-dash.txt", cwd=folder)
    equal([record["source"]["name"] for record in records], ["-dash.txt"])


def what_is_no_file_gives_one_record_each(folder):
    os.mkfifo(folder / "fifo.pdf")
    (folder / "folder.pdf").mkdir()
    (folder / "folder.pdf" / "within.txt").write_text(samples.text())
    os.symlink("loop.pdf", folder / "loop.pdf")
    os.symlink(".", folder / "around")
    (folder / "empty.pdf").write_bytes(b"")
    records, _ = extract("--no-cache", folder, folder / "absent.pdf", "/dev/zero", "/dev/stdin", stdin=subprocess.DEVNULL)
    got = {record["source"]["name"]: record["warnings"][0]["code"] if record["warnings"] else record["status"]
           for record in records}
    equal(got, {"empty.pdf": "empty", "fifo.pdf": "not-a-file", "within.txt": "ok", "loop.pdf": "read-error",
                "absent.pdf": "missing", "zero": "not-a-file", "stdin": "not-a-file"})
    equal(len(records), 7)


def unprivileged():
    """Nobody, where the tests run as root, who may read everything."""
    return {"user": "nobody", "group": "nogroup"} if os.getuid() == 0 else {}


def folders_that_cannot_be_listed_are_one_record_each(folder):
    folder.chmod(0o755)
    try:
        run(plumbline, "--version", cwd="/", **unprivileged())
    except OSError as error:
        return skip("folders that cannot be listed", f"nobody may not run the program ({error})")
    for place in ("a", "closed", "d/closed too", "e"):
        (folder / place).mkdir(parents=True)
        (folder / place / "plan.txt").write_text(samples.text())
    for place in ("closed", "d/closed too"):
        (folder / place).chmod(0)
    records, result = extract("--no-cache", folder, cwd="/", **unprivileged())
    equal([(r["source"]["name"], r["status"], [w["code"] for w in r["warnings"]]) for r in records],
          [("plan.txt", "ok", []), ("closed", "unreadable", ["no-permission"]),
           ("closed too", "unreadable", ["no-permission"]), ("plan.txt", "ok", [])])
    equal(result.returncode, 3)


def files_that_change_while_they_are_read(folder):
    """Each is cut, taken away and written again all the time: read whole or not at all, a record of each run."""
    path, line = folder / "plan.txt", "The Ministry will open a treatment works by June 2021.\n"
    whole = line * 20000
    path.write_text(whole)
    writer = subprocess.Popen([sys.executable, "-c", f"""
import os
whole, line, path = {line!r} * 20000, {line!r}, {str(path)!r}
while True:
    with open(path, "r+") as file:
        file.truncate(len(line) * 10)
    with open(path + ".new", "w") as file:
        file.write(whole)
    os.unlink(path)
    os.rename(path + ".new", path)
"""])
    try:
        seen = set()
        for _ in range(10):
            (record,), _ = extract("--no-cache", path)
            seen.add(record["status"] + (record["warnings"][0]["code"] if record["status"] != "ok" else ""))
            if record["status"] == "ok":
                assert record["source"]["bytes"] in (len(whole), 10 * len(line)), record["source"]["bytes"]
        assert seen <= {"ok", "unreadablemissing", "unreadableread-error"}, seen
    finally:
        writer.kill()
        writer.wait()


def old_word_processors_files(folder):
    (folder / "plan.rtf").write_text(r"{\rtf1\ansi Report on policy targets, 2019\par "
                                     r"The Ministry will open a treatment works in April 2020.\par}")
    (folder / "plan.txt").write_text(samples.text())
    without = {**os.environ, "PATH": "/nonexistent"}
    records, result = extract("--cache", folder / "cache", folder / "plan.rtf", folder / "plan.txt", env=without)
    equal([(r["status"], [w["code"] for w in r["warnings"]]) for r in records],
          [("unreadable", ["needs-office"]), ("ok", [])])
    assert "LibreOffice is not installed" in result.stderr, result.stderr
    if not shutil.which("soffice"):
        return skip("a converted submission is read", "LibreOffice is not installed")
    records, _ = extract("--cache", folder / "cache", folder / "plan.rtf", folder / "plan.txt")
    equal([r["status"] for r in records], ["ok", "ok"], "what failed for want of LibreOffice is tried again")
    assert "treatment works" in json.dumps(records[0]), records[0]


def results_of_another_pack_are_not_taken_from_the_cache(folder):
    (folder / "plumbline.toml").write_text('packs = ["packs"]\npack = "own"\n')
    (folder / "packs").mkdir()
    (folder / "plan.txt").write_text(samples.text())
    for version in ("1", "2"):
        (folder / "packs" / "own.toml").write_text(f'extends = "global-alliance"\nid = "own"\nversion = "{version}"\n')
        (record,), _ = extract("--cache", folder / "cache", folder / "plan.txt")
        equal((record["pack"]["id"], record["pack"]["version"]), ("own", version))


def interrupted_it_says_how_to_go_on(folder, number):
    samples.fill(folder / "in", 60, pages=4)
    process = start(folder / "in", folder / "cache", folder / "out", "-j1")
    while not (folder / "cache" / "results.sqlite").exists() and process.poll() is None:  # before it hears of no signal
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    if process.returncode == 0:
        return skip("an interrupted run says how to go on", "this machine was too fast")
    equal(process.returncode, 130)
    assert "run the same command again" in told, told
    done = int(told.split("interrupted: ")[1].split()[0])
    result = run(plumbline, "extract", "--cache", folder / "cache", folder / "in", "--output", f"ndjson={folder / 'out'}")
    equal(len((folder / "out").read_bytes().splitlines()), 60)
    kept = [line for line in result.stderr.splitlines() if "taken from the cache" in line]
    equal(int(kept[0].split()[-1]) if kept else 0, done, "what was done is not done again")


# Of each hostile file: what may come of it. Those not named here: any status, but one record.
EXPECTED = {"base_30p.pdf": "ok", "base30_50pct.pdf": "partial", "zero_bytes.pdf": "unreadable",
            "html_error_saved_as.pdf": "unreadable", "user_aes256.pdf": "unreadable",
            "unknown_handler.pdf": "unreadable", "owner_only_noextract.pdf": "ok", "no_xref_keyword.pdf": "ok",
            "header_at_1020.pdf": "ok", "xfa_form.pdf": "partial", "cjk_predefined_cmap.pdf": "ok",
            "pagetree_loop.pdf": "unreadable", "outline_next_loop.pdf": "ok", "shadow_duplicate.pdf": "ok"}


def hostile_files_give_one_record_each(folder):
    files = sorted(f for f in HOSTILE.rglob("*") if f.is_file())
    out = folder / "out"
    run(plumbline, "extract", "--no-cache", "--quiet", "--no-ocr", "--stall", "2", "--timeout", "8", *files,
        "--output", f"ndjson={out}", expect=3, timeout=600)
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    equal([record["source"]["name"] for record in records], [file.name for file in files])
    for record in records:
        name, status = record["source"]["name"], record["status"]
        assert status in STATUSES, (name, status)
        assert status == "ok" or record["warnings"], f"{name} is {status} without a cause"
        if name in EXPECTED:
            equal(status, EXPECTED[name], name)
    assert not os.path.exists("/tmp/pwned")


def with_folder(test, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        test(pathlib.Path(folder), *arguments)


check("any number of workers gives the same bytes", the_number_of_workers_changes_nothing)
check("the order of arguments changes only the order", the_order_of_arguments_changes_only_the_order)
check("findings are the same with any number of workers", findings_are_the_same_with_any_number_of_workers)
for test in (odd_names_give_one_record_each, what_is_no_file_gives_one_record_each, old_word_processors_files,
             results_of_another_pack_are_not_taken_from_the_cache,
             folders_that_cannot_be_listed_are_one_record_each, files_that_change_while_they_are_read):
    check(test.__name__.replace("_", " "), with_folder, test)
for number in (signal.SIGINT, signal.SIGTERM):
    check(f"after {number.name} it says how to go on", with_folder, interrupted_it_says_how_to_go_on, number)
if HOSTILE.is_dir():
    check("hostile files give one record each", with_folder, hostile_files_give_one_record_each)
else:
    skip("hostile files give one record each", f"{HOSTILE} is not there")
finish()
