"""The time from a fresh clone to its first stacks, with the current package caches."""
import subprocess
import time

BAR = 300


def bar(root, folder):
    clone = folder / "meridian"
    began = time.monotonic()
    subprocess.run(["git", "clone", "-q", "--no-local", root, clone], check=True)
    subprocess.run([clone / "meridian", "synth"], cwd=clone, check=True)
    seconds = time.monotonic() - began
    return seconds <= BAR, f"from git clone to the recipe's stacks: {seconds:.0f} s, at most {BAR} s"
