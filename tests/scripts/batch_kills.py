#!/usr/bin/env python3
# Kill -9 at random moments, of the process that hands out work, of workers, of their zygote: results are what they are
# undisturbed, nothing lost or doubled.
#   tests/scripts/batch_kills.py [COORDINATORS WORKERS ZYGOTES]   how many times each is killed (6 6 6)
import os
import pathlib
import random
import signal
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from checks import check, equal, finish  # noqa: E402
from runs import children_of, processes, start  # noqa: E402
import samples  # noqa: E402

wanted = dict(zip(("coordinators", "workers", "zygotes"), [int(number) for number in sys.argv[1:]] or [6, 6, 6]))


class Killing:
    """One folder of submissions, its undisturbed result, and how long that takes."""

    def __init__(self, folder):
        self.folder, self.random = folder, random.Random(7)
        samples.fill(folder / "in", 40, pages=3)
        began = time.monotonic()
        self.wanted = self.finish(start(folder / "in", folder / "cache", folder / "out"))
        self.seconds = time.monotonic() - began

    def finish(self, process):
        _, told = process.communicate(timeout=300)
        assert process.returncode in (0, 1), (process.returncode, told)
        written = (self.folder / "out").read_bytes()
        (self.folder / "out").unlink()
        return written

    def is_over_before_a_moment(self, process, share=1.0):
        time.sleep(self.random.uniform(0, self.seconds * share))
        return process.poll() is not None

    def coordinators(self):
        """Of one cache, up to three, one after the other; then a run to its end. How many were killed."""
        cache, killed = self.folder / f"cache-{self.random.random()}", 0
        for _ in range(3):
            process = start(self.folder / "in", cache, self.folder / "out")
            if self.is_over_before_a_moment(process):
                equal(self.finish(process), self.wanted, "over before the moment")
                continue
            family = children_of(process.pid)
            process.kill()
            process.wait()
            process.stderr.close()
            killed += 1
            (self.folder / "out").unlink(missing_ok=True)  # it had been finished before the moment
            deadline = time.monotonic() + 5
            while any(child in processes() for child in family):
                assert time.monotonic() < deadline, "the zygote outlives its coordinator"
                time.sleep(0.01)
        for torn in self.folder.glob("out.*"):
            torn.unlink()  # a killed program leaves its temporary file; never one under the name asked for
        equal(self.finish(start(self.folder / "in", cache, self.folder / "out")), self.wanted, "after resuming")
        return killed

    def others(self, choose):
        """Of one run, up to five. How many were killed."""
        process, killed = start(self.folder / "in", self.folder / f"cache-{self.random.random()}", self.folder / "out"), 0
        for _ in range(5):
            if self.is_over_before_a_moment(process, 0.3):
                break
            victims = choose(process.pid)
            if victims:
                try:
                    os.kill(self.random.choice(victims), signal.SIGKILL)
                    killed += 1
                except ProcessLookupError:
                    pass  # it was quicker
        equal(self.finish(process), self.wanted, "undisturbed and disturbed")
        return killed

    def workers(self):
        return self.others(lambda run: [worker for zygote in children_of(run) for worker in children_of(zygote)])

    def zygotes(self):
        return self.others(children_of)


def kill(trial, whom):
    killed = runs = 0
    while killed < wanted[whom] and runs < 10 + 3 * wanted[whom]:
        killed += getattr(trial, whom)()
        runs += 1
    print(f"{killed} {whom} killed in {runs} trials")
    assert killed >= wanted[whom], "too few were met"


with tempfile.TemporaryDirectory() as name:
    killing = Killing(pathlib.Path(name))
    for victims in wanted:
        check(f"{victims} are killed", kill, killing, victims)
finish()
