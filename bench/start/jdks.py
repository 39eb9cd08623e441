"""The JDKs of this machine, and the empty program that commands are compared with."""
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

OLDEST = 17
EMPTY = 'public final class Empty { public static void main(String[] args) { System.out.println("empty"); } }\n'


class Jdk(NamedTuple):
    home: Path
    version: str

    @property
    def major(self):
        return int(self.version.split(".")[0])


def present():
    """The JDK in JAVA_HOME or PATH, and the JDKs in the same folder: one for each version."""
    given = os.environ.get("JAVA_HOME")
    java = Path(given) / "bin" / "java" if given else Path(shutil.which("java"))
    home = java.resolve().parents[1]
    found = {}
    for folder in [home, *sorted(home.parent.iterdir())]:
        release = folder / "release"
        if (folder / "bin" / "javac").exists() and release.exists():
            jdk = Jdk(folder.resolve(), re.search(r'JAVA_VERSION="([^"]+)"', release.read_text()).group(1))
            if jdk.major >= OLDEST:
                found.setdefault(jdk.major, jdk)
    return [found[major] for major in sorted(found)]


def empty_program(jdk, launcher, folder):
    """The command for an empty program, with the JVM options of the launcher."""
    source = folder / "Empty.java"
    source.write_text(EMPTY)
    subprocess.run([jdk.home / "bin" / "javac", "--release", str(OLDEST), source], check=True)
    options = re.search(r'"\$java" ((?:-X\S+ )+)', launcher.read_text()).group(1).split()
    return [jdk.home / "bin" / "java", *options, "-cp", folder, "Empty"]
