"""Describes the machine."""
import datetime
import os
import platform
import re
import subprocess


def described():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    java = version(["java", "-version"])
    node = version(["node", "--version"])
    return (
        f"{datetime.date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
        f" {memory:.0f} GiB, JDK {java}, Node.js {node}\n"
    )


def load():
    """Programs that ran or waited for a core, on average over the last minute."""
    return os.getloadavg()[0]


def load_described(before):
    """The benchmark itself uses one to two cores."""
    after = load()
    busy = max(before, after) > os.cpu_count()
    return f"load before {before:.1f}, after {after:.1f}" + (": others were at work" if busy else "")


def version(command):
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return re.search(r"\d+(\.\d+)+", said.stdout + said.stderr).group()
