#!/usr/bin/env python3
# Outputs are written whole or not at all, say what went wrong, and are the same bytes each time.
import hashlib
import json
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, equal, finish, plumbline, run  # noqa: E402

TEXT = """Republic of Valdoria

Report on policy targets, 2019

The Ministry will open a treatment works in April 2020.
""" + "".join(f"\nParagraph {i}: =SUM(A{i}) <script>alert({i})</script> says the “Ministry”.\n" for i in range(400))
HOSTILE_NAME = "=1+1\n::error::\x1b[31m;$(id)\u202efdp.txt"
FORMATS = ("text", "json", "ndjson", "ndjson-nodes", "sarif", "junit", "github")


def write(folder):
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / HOSTILE_NAME).write_text(TEXT, encoding="utf-8")
    return folder / "a.txt", folder / HOSTILE_NAME


def outputs(folder, *options):
    place = folder / "out"
    arguments = [f"--output={name}={place / name}" for name in (*FORMATS, "csv")]
    place.mkdir(exist_ok=True)
    run(plumbline, "check", "--exit-zero", folder / "a.txt", folder / HOSTILE_NAME, *arguments, *options)
    return {path.relative_to(place): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(place.rglob("*")) if path.is_file()}


def every_format_at_once(folder):
    equal(len(outputs(folder)), len(FORMATS) + 6)
    equal([path.name for path in (folder / "out").iterdir() if "." in path.name], [], "nothing temporary stays")


def the_same_bytes_each_time(folder):
    equal(outputs(folder), outputs(folder))
    equal(outputs(folder, "--fail-on", "error"), outputs(folder))


def timestamps_are_asked_for(folder):
    place = folder / "time.json"
    run(plumbline, "extract", folder / "a.txt", f"--output=json={place}")
    assert "time" not in json.loads(place.read_text(encoding="utf-8"))["tool"]
    run(plumbline, "extract", folder / "a.txt", "--timestamps", f"--output=json={place}")
    assert json.loads(place.read_text(encoding="utf-8"))["tool"]["time"].endswith("Z")


def a_hostile_name_stays_in_its_field(folder):
    place = folder / "name.json"
    run(plumbline, "extract", folder / HOSTILE_NAME, f"--output=json={place}")
    text = place.read_text(encoding="utf-8")
    assert "\x1b" not in text and "\u202e" not in text
    result = run(plumbline, "check", "--exit-zero", folder / HOSTILE_NAME)
    assert "\x1b[31m" not in result.stdout + result.stderr, result.stdout[:300]
    assert "\n::error::" not in result.stdout + result.stderr
    result = run(plumbline, "check", "--exit-zero", str(folder / "missing") + HOSTILE_NAME, expect=None)
    assert "\x1b[31m" not in result.stdout + result.stderr, result.stderr[:300]


def full_disk(folder):
    result = run(plumbline, "extract", folder / "a.txt", "--output", "json=/dev/full", expect=3)
    assert "no space left" in result.stderr, result.stderr
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = subprocess.run([plumbline, "extract", folder / "a.txt"], stdout=full, stderr=subprocess.PIPE, text=True,
                                check=False)
    equal(result.returncode, 3)
    assert "standard output: no space left" in result.stderr, result.stderr


def closed_pipe(folder):
    program = subprocess.Popen([plumbline, "extract", folder / "a.txt", folder / "a.txt"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    program.stdout.close()
    message = program.stderr.read()
    equal(program.wait(), 3, message)
    assert "closed the pipe" in message, message


def half_a_file_never_has_the_right_name(folder):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))

    place, many = folder / "limited", folder / "many"
    place.mkdir()
    many.mkdir()
    for number in range(60):  # each small enough for the limit, which holds for all that a worker is handed too
        (many / f"{number}.txt").write_text(f"Paragraph {number} of a letter.\n\n" * 20, encoding="utf-8")
    (place / "old.json").write_text("the old one", encoding="utf-8")
    for name in ("old.json", "new.json"):
        result = run(plumbline, "extract", many, "--no-cache", f"--output=json={place / name}", expect=3,
                     preexec_fn=limit)
        assert name in result.stderr and "cannot be written" in result.stderr, result.stderr
    equal([path.name for path in place.iterdir()], ["old.json"], "no half file, nothing temporary")
    equal((place / "old.json").read_text(encoding="utf-8"), "the old one")


def links_lead_on_and_permissions_stay(folder):
    target = folder / "target.json"
    target.write_text("", encoding="utf-8")
    target.chmod(0o640)
    (folder / "link.json").symlink_to(target)
    run(plumbline, "extract", folder / "a.txt", f"--output=json={folder / 'link.json'}")
    assert (folder / "link.json").is_symlink()
    equal(target.stat().st_mode & 0o777, 0o640)
    json.loads(target.read_text(encoding="utf-8"))


def wrong_use_is_told(folder):
    for arguments, words in ((["--format", "yaml"], "there are: text, json"), (["--format", "csv"], "csv=FOLDER"),
                             (["--output", "json"], "expected FORMAT=PATH"),
                             (["--format", "json", "--output", "ndjson=-"], "two outputs"),
                             (["--output", f"json={folder}/no/such/folder/x.json"], "No such file")):
        result = run(plumbline, "extract", folder / "a.txt", *arguments, expect=None)
        assert result.returncode in (2, 3) and words in result.stderr, (arguments, result.stderr)


with tempfile.TemporaryDirectory() as name:
    place = pathlib.Path(name)
    write(place)
    for test in (every_format_at_once, the_same_bytes_each_time, timestamps_are_asked_for,
                 a_hostile_name_stays_in_its_field, full_disk, closed_pipe, half_a_file_never_has_the_right_name,
                 links_lead_on_and_permissions_stay, wrong_use_is_told):
        check(test.__name__, test, place)
finish()
