"""Runs one program to its end, and measures it."""
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """In seconds. CPU time includes child processes that the program waited for."""

    wall: float
    cpu: float


def run(command, env, cwd, watch=None):
    """`watch` gets the process ID while the program runs, in a separate thread."""
    with open(cwd / "said", "w+", encoding="utf-8") as said:
        began = time.monotonic()
        process = subprocess.Popen(command, env=env, cwd=cwd, stdout=said, stderr=said)
        if watch:
            threading.Thread(target=watch, args=(process.pid,), daemon=True).start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{said.read()}\n{' '.join(map(str, command))} ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


class PeakMemory:
    """The peak resident set of each process in a tree, by program name. Needs Linux."""

    INTERVAL = 0.01

    def __init__(self):
        self.by_process = {}

    def watch(self, pid):
        while self._look(pid):
            time.sleep(self.INTERVAL)

    def megabytes(self, program):
        """The peak of the largest process of this program, or None if it is unknown."""
        peaks = [peak for (_, name), peak in self.by_process.items() if name == program]
        return max(peaks) / 1024 if peaks else None

    def _look(self, pid):
        try:
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
            fields = dict(line.split(":\t", 1) for line in lines)
            if "VmHWM" not in fields:
                return False
            program = os.path.basename(os.readlink(f"/proc/{pid}/exe"))
            self.by_process[pid, program] = int(fields["VmHWM"].split()[0])
            for task in Path(f"/proc/{pid}/task").iterdir():
                for child in (task / "children").read_text().split():
                    self._look(int(child))
        except (OSError, ValueError):
            return False
        return True
