# Counting for test scripts: each check prints what failed; the last line is "N passed, N failed, N skipped".
import os
import pathlib
import shutil
import subprocess
import sys
import traceback

tree = pathlib.Path(__file__).resolve().parents[3]
build = pathlib.Path(os.environ.get("PLUMBLINE_BUILD", tree / "build" / "release"))
plumbline = os.path.abspath(os.environ.get("PLUMBLINE", build / "app" / "plumbline"))

passed = failed = skipped = 0


def check(title, function, *arguments):
    """Runs a test; it fails by raising."""
    global passed, failed
    try:
        function(*arguments)
        passed += 1
    except Exception:  # noqa: BLE001 - a failed test, whatever it was
        failed += 1
        print(f"FAILED {title}")
        traceback.print_exc(file=sys.stdout)


def skip(title, why):
    global skipped
    skipped += 1
    print(f"skipped {title}: {why}")


def finish():
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


def run(*command, expect=0, **options):
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if expect is not None and result.returncode != expect:
        raise AssertionError(f"{command} gave {result.returncode}: {result.stdout[-2000:]}{result.stderr[-2000:]}")
    return result


def equal(got, wanted, what=""):
    if got != wanted:
        raise AssertionError(f"{what}: got {str(got)[:500]!r}, wanted {str(wanted)[:500]!r}")


def node_packages():
    """Installs tests/package.json once. Why it could not, or None."""
    if (tree / "tests" / "node_modules" / ".package-lock.json").exists():
        return None
    if not shutil.which("npm"):
        return "npm is not installed"
    result = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=tree / "tests",
                            capture_output=True, text=True, timeout=300)
    return None if result.returncode == 0 else "npm's registry was not reached"
