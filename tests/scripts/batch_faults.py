#!/usr/bin/env python3
# Full disks, broken disks, no descriptors, no memory, at call after call: a clear message, an exit code, no torn file.
import errno
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, finish, plumbline, skip  # noqa: E402
import samples  # noqa: E402

FAULTS = [("write", errno.ENOSPC), ("write", errno.EIO), ("pwrite", errno.ENOSPC), ("read", errno.EIO),
          ("open", errno.EMFILE), ("open", errno.EIO), ("memfd_create", errno.EMFILE), ("memfd_create", errno.ENOMEM),
          ("pipe2", errno.EMFILE), ("fork", errno.ENOMEM), ("fsync", errno.EIO), ("rename", errno.ENOSPC),
          ("mmap", errno.ENOMEM)]
last = int(os.environ.get("PLUMBLINE_ROUNDS", "3"))  # calls of each kind; more for a trial
submissions = 4


class Trial:
    def __init__(self, folder):
        self.folder, self.library = folder, folder / "faults.so"
        source = pathlib.Path(__file__).parent / "support" / "faults.c"
        subprocess.run(["cc", "-shared", "-fPIC", "-w", "-o", self.library, source, "-ldl"], check=True)
        samples.fill(folder / "in", submissions)
        self.struck = 0

    def run(self, call, error, at):
        place, sign = self.folder / "work", self.folder / "sign"
        shutil.rmtree(place, ignore_errors=True)
        sign.unlink(missing_ok=True)
        place.mkdir()
        environment = {**os.environ, "LD_PRELOAD": str(self.library), "FAULT_CALL": call, "FAULT_AT": str(at),
                       "FAULT_ERROR": str(error), "FAULT_SIGN": str(sign), "FAULT_UNDER": str(self.folder)}
        result = subprocess.run([plumbline, "extract", "-j1", "--cache", place / "cache", self.folder / "in", "--output",
                                 f"ndjson={place / 'out'}"], capture_output=True, text=True, env=environment, timeout=60)
        return result, place, sign.exists()

    def is_orderly(self, result, place):
        """What is wrong with how it ended, or None."""
        told = [line for line in result.stderr.splitlines() if line.startswith("plumbline: ")]
        if result.returncode not in (0, 2, 3):
            return f"ended with {result.returncode}"
        if result.returncode and not any(len(line) > 25 for line in told):
            return "does not say what is wrong"
        if [path.name for path in place.glob("out?*")]:
            return "leaves a temporary file"
        if not (place / "out").exists():
            return None if result.returncode else "gives no output and calls that right"
        records = (place / "out").read_text(encoding="utf-8").splitlines()
        if len(records) != submissions:
            return f"writes {len(records)} records of {submissions}"
        unread = sum(json.loads(record)["status"] != "ok" for record in records)
        return "leaves a submission out and calls that right" if unread and not result.returncode else None

    def each_call(self, call, error):
        for at in range(1, last + 1):
            result, place, has_struck = self.run(call, error, at)
            if not has_struck:
                return
            self.struck += 1
            wrong = self.is_orderly(result, place)
            assert not wrong, f"{call} number {at} with {errno.errorcode[error]}: {wrong}: {result.stderr[-800:]}"


if not shutil.which("cc"):
    skip("faults", "there is no C compiler")
    finish()
with tempfile.TemporaryDirectory() as folder:
    trial = Trial(pathlib.Path(folder))
    for call, error in FAULTS:
        check(f"{call} fails with {errno.errorcode[error]}", trial.each_call, call, error)
    print(f"{trial.struck} faults struck")
finish()
