# What running commands take: time, instructions, memory, descriptors, children that have ended and were not waited for.
import os
import resource
import subprocess
import time

from runs import states


def timed(*commands, stdout=subprocess.DEVNULL):
    """Seconds of processor time and by the clock of the commands one after the other, children of children among them."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for command in commands:
        subprocess.run(list(map(str, command)), stdout=stdout, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - start


def instructions(command):
    """Counted by callgrind: the same on a busy machine. Only for commands that do all their work in one process."""
    result = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    counts = [int(line.split()[-1]) for line in result.stderr.splitlines() if "Collected :" in line]
    if not counts:
        raise AssertionError(f"callgrind counted nothing: {result.stderr[-500:]}")
    return counts[0]


def watch(command):
    """Runs it; {seconds, memory (KB, the process itself at its most), descriptors, zombies, code}."""
    start = time.monotonic()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = {"memory": 0, "descriptors": 0, "zombies": 0}
    while process.poll() is None:
        for key, value in _look(process.pid).items():
            most[key] = max(most[key], value)
        time.sleep(0.02)
    return {"seconds": time.monotonic() - start, "code": process.returncode, **most}


def _look(pid):
    seen = {}
    try:
        with open(f"/proc/{pid}/status") as status:
            seen["memory"] = next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)
        seen["descriptors"] = len(os.listdir(f"/proc/{pid}/fd"))
        seen["zombies"] = sum(state == "Z" and parent == pid for state, parent in states().values())
    except OSError:
        pass  # it has ended
    return seen
