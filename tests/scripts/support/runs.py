# Runs of the program that are killed or interrupted, and the processes that belong to them.
import os
import subprocess

from checks import plumbline


def start(folder, cache, out, jobs="-j2"):
    return subprocess.Popen([plumbline, "extract", "--quiet", jobs, "--cache", cache, folder, "--output",
                             f"ndjson={out}"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def processes():
    """{process: its parent}"""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    parents[int(entry)] = int(stat.read().rpartition(")")[2].split()[1])
            except OSError:
                pass  # it has ended
    return parents


def children_of(process):
    return [child for child, parent in processes().items() if parent == process]
