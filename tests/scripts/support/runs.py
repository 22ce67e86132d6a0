# Runs of the program that are killed or interrupted, and the processes that belong to them.
import os
import subprocess

from checks import plumbline


def start(folder, cache, out, jobs="-j2"):
    return subprocess.Popen([plumbline, "extract", "--quiet", jobs, "--cache", cache, folder, "--output",
                             f"ndjson={out}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def states():
    """{process: its state, a letter, and its parent}"""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    state, parent = stat.read().rpartition(")")[2].split()[:2]
                found[int(entry)] = state, int(parent)
            except OSError:
                pass  # it has ended
    return found


def processes():
    """{process: its parent}"""
    return {process: parent for process, (_, parent) in states().items()}


def children_of(process):
    return [child for child, parent in processes().items() if parent == process]
