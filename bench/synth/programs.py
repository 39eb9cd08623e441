"""The two programs that create the same stacks."""
import os
import re
import shutil

import process

ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if k not in ("MERIDIAN_CONFIG", "MERIDIAN_JAVA_OPTS", "NODE_OPTIONS")},
    "SYNTH_HCL_OUTPUT": "true",
    "CHECKPOINT_DISABLE": "1",
}


class Program:
    def __init__(self, root, folder):
        self.root = root
        self.folder = folder / self.name
        self.folder.mkdir()

    def run(self, workload, watch=None, **env):
        out = self.folder / "cdktf.out"
        shutil.rmtree(out, ignore_errors=True)
        return process.run(self.command(workload, out), {**ENVIRONMENT, **env}, self.folder, watch)

    def stacks(self):
        """What the last run wrote: a mapping from stack name to text."""
        files = sorted((self.folder / "cdktf.out" / "stacks").glob("*/cdk.tf"))
        return {file.parent.name: file.read_text(encoding="utf-8") for file in files}

    def memory(self, workload):
        """Peaks in MB from a separate run: JVM, Node.js, JVM heap, and limit of the heap."""
        peaks = process.PeakMemory()
        log = self.folder / "gc.log"
        self.run(workload, peaks.watch, MERIDIAN_JAVA_OPTS=f"-Xlog:gc*:file={log}")
        return peaks.megabytes("java"), peaks.megabytes("node"), *self.heap(log)


class Meridian(Program):
    name = "meridian"

    def command(self, workload, out):
        declaration = self.folder / "meridian.yaml"
        declaration.write_text(workload.declaration(self.root), encoding="utf-8")
        return [self.root / "meridian", "synth", "--config", declaration, "--output", out]

    @staticmethod
    def heap(log):
        text = log.read_text(encoding="utf-8")
        limit = int(re.search(r"Heap Max Capacity: (\d+)M", text).group(1))
        before_collections = [int(used) for used in re.findall(r"Pause \w+.* (\d+)M->\d+M", text)]
        generations = re.findall(r"(?:def new|tenured) generation +total \d+K, used (\d+)K", text)
        at_exit = sum(map(int, generations[-2:])) / 1024
        return max([at_exit, *before_collections]), limit


class Peer(Program):
    name = "peer"

    def command(self, workload, out):
        return ["node", self.root / "bench" / "synth" / "peer.mjs", workload.key, out]

    @staticmethod
    def heap(_):
        return None, None
