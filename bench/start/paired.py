"""Times programs that take turns with the program that they are compared with."""
import statistics
import subprocess
import sys
import time
from typing import NamedTuple

FINDINGS = 1


class Program(NamedTuple):
    name: str
    command: list


class Result(NamedTuple):
    name: str
    seconds: list
    ratio: float

    @property
    def walls(self):
        return f"{statistics.median(self.seconds):.2f} ({min(self.seconds):.2f}–{max(self.seconds):.2f})"


def paired(base, programs, runs, env, folder):
    """Runs each once to warm up, then A B A C …. Each ratio is the median of the ratios to the previous run of A."""
    for program in (base, *programs):
        once(program, env, folder)
    all_of_base = []
    seconds = {program.name: [] for program in programs}
    ratios = {program.name: [] for program in programs}
    for _ in range(runs):
        for program in programs:
            all_of_base.append(once(base, env, folder))
            seconds[program.name].append(once(program, env, folder))
            ratios[program.name].append(seconds[program.name][-1] / all_of_base[-1])
    results = [Result(name, seconds[name], statistics.median(ratios[name])) for name in seconds]
    return [Result(base.name, all_of_base, 1), *results]


def once(program, env, folder):
    began = time.monotonic()
    done = subprocess.run(program.command, env=env, cwd=folder, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - began
    if done.returncode > FINDINGS or not done.stdout and done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\n{program.name} exited with {done.returncode}")
    return seconds
