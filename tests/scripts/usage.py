#!/usr/bin/env python3
# What a user sees who makes a mistake: a message that names the file and what was expected, the documented exit code, and
# the other submissions of the call done all the same.
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, equal, finish, plumbline, run, skip, tree  # noqa: E402

GOOD = tree / "corpus/submissions/hallam-2013/hallam-2013.form.pdf"


def wrong(*arguments, says, expect=2):
    result = run(plumbline, *arguments, expect=expect)
    assert says in result.stderr, f"{arguments}: {result.stderr!r} does not say {says!r}"
    equal(result.stdout, "", "wrong usage prints no data")


def wrong_usage(folder):
    (folder / "nothing").mkdir()
    (folder / "nothing" / "sheet.xlsx").write_bytes(b"PK")
    wrong("frobnicate", says="there is no command frobnicate")
    wrong("check", says="no submission is named")
    wrong("check", "--bogus", GOOD, says="--bogus")
    wrong("check", "--jobs", "many", GOOD, says="--jobs")
    wrong("check", folder / "nothing", says="1 of other types")
    wrong("check", "--format", "yaml", GOOD, says="yaml")
    wrong("check", "--no-cache", "--pack", "no-such-pack", GOOD, says="no-such-pack")
    wrong("check", "--report-date", "2013-02-30", GOOD, says="2013-02-30")
    wrong("explain", "no-such-rule", says="no-such-rule")


# Neither the file's fault nor a crash: with one submission a worker finds it, with two it is found before any starts.
def a_wrong_table_or_pack_is_named(folder):
    data = folder / "data" / "rules"
    for name in ("timeframe/languages/en.toml", "packs/global-alliance.toml"):
        shutil.copytree(tree / "rules", data, ignore=shutil.ignore_patterns("*.cpp", "*.h"))
        table = data / name
        lines = table.read_text().count("\n")
        table.write_text(table.read_text() + "\n[words\n")
        for files in ([GOOD], [GOOD, GOOD]):
            result = run(plumbline, "check", "--no-cache", *files, expect=2, env=os.environ | {"PLUMBLINE_DATA": str(data)})
            assert f"{table.name}:{lines + 2}" in result.stderr, result.stderr
            equal(result.stdout, "", "nothing is checked with half of the tables")
        shutil.rmtree(data)


# Each unreadable input: how it is made, and a word of what is said of it.
def unreadable_inputs(folder):
    good = GOOD.read_bytes()
    yield "missing.pdf", None, "No such file"
    yield "empty.pdf", b"", "empty"
    yield "page.pdf", b"<!DOCTYPE html><html><body>404 Not Found</body></html>", "web page"
    yield "picture.pdf", bytes(range(256)) * 8, "expected"
    yield "head.pdf", good[:200], "damaged"
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", GOOD, folder / "locked.pdf"], check=True)
        yield "locked.pdf", False, "password"


def unreadable_files_are_named_and_the_others_done(folder):
    folder = folder / "unreadable"
    folder.mkdir()
    cases = list(unreadable_inputs(folder))
    for name, content, _ in cases:
        if content:
            (folder / name).write_bytes(content)
        elif content == b"":
            (folder / name).touch()
    for name, _, says in cases:
        result = run(plumbline, "check", "--no-cache", folder / name, GOOD, expect=3)
        assert name in result.stderr and says in result.stderr, f"{name}: {result.stderr!r} does not say {says!r}"
        assert f"{name}: Not readable" in result.stdout, result.stdout[:300]
        assert f"{GOOD.name}: " in result.stdout and "Passed, with the places" in result.stdout, "the other is done"


def a_folder_without_permission_is_told(folder):
    if os.geteuid() == 0:
        return skip("a folder without permission", "run as root")
    closed = folder / "closed"
    closed.mkdir(mode=0)
    return check("a folder without permission", wrong, "check", closed, says="closed")


def exit_codes(folder):
    equal(run(plumbline, "check", "--no-cache", "--exit-zero", "--fail-on", "info", GOOD, expect=0).returncode, 0)
    equal(run(plumbline, "--version", expect=0).stdout.split()[0], "plumbline")
    run(plumbline, "check", "--no-cache", "--fail-on", "info",
        tree / "corpus/submissions/sarovia-2014/sarovia-2014.form.pdf", expect=1)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for test in (wrong_usage, a_wrong_table_or_pack_is_named,
                     unreadable_files_are_named_and_the_others_done, exit_codes):
            check(test.__name__, test, folder)
        a_folder_without_permission_is_told(folder)
    finish()


if __name__ == "__main__":
    main()
