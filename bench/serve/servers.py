"""The servers, each with the same names and weights, listening on loopback."""
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ZONE = "bench.example"
NAMES = [f"www{number}.{ZONE}" for number in range(20)]
WEIGHTS = {"192.0.2.1": 10, "192.0.2.2": 20, "192.0.2.3": 30, "192.0.2.4": 40}
TTL = 60
CORE = 0
PATIENCE = 60  # seconds


class Kind(NamedTuple):
    """`prepare(folder, port)` writes the configuration, and returns the command."""

    name: str
    program: str
    version: tuple
    prepare: callable
    at_least: float = 0  # this part of its queries per second is the limit for Meridian


class Server:
    """Runs on one core until it is stopped."""

    def __init__(self, kind, folder):
        self.kind = kind
        self.port = free_port()
        folder.mkdir()
        command = kind.prepare(folder, self.port)
        self.said = open(folder / "said", "w+", encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if not key.startswith("MERIDIAN_")}
        self.process = subprocess.Popen(
            ["taskset", "--cpu-list", str(CORE), *map(str, command)],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=self.said, stderr=self.said,
        )  # fmt: skip

    def fail(self, why):
        self.stop()
        self.said.seek(0)
        sys.exit(f"{self.said.read()}\n{self.kind.name}: {why}")

    def peak_megabytes(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
        return None

    def cpu_seconds(self):
        # The name in parentheses can have spaces.
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tcp:
        tcp.bind(("127.0.0.1", 0))
        return tcp.getsockname()[1]


def start(kind, folder, answers):
    """Returns the server as soon as `answers(port)` is true."""
    server = Server(kind, folder)
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers(server.port):
            if server.process.poll() is not None:
                server.fail("did not start")
            if time.monotonic() > deadline:
                server.fail("does not answer")
            time.sleep(0.2)
        return server
    except BaseException:
        server.stop()
        raise


def meridian(folder, port):
    endpoints = "\n".join(f"  e{i}: {{addresses: [{address}]}}" for i, address in enumerate(WEIGHTS))
    weights = ", ".join(f"e{i}: {weight}" for i, weight in enumerate(WEIGHTS.values()))
    names = "\n".join(f"  {name.split('.')[0]}: {{weighted: {{{weights}}}, ttl: {TTL}}}" for name in NAMES)
    (folder / "meridian.yaml").write_text(
        f"application: bench\nenvironment: test\nzone: {{name: {ZONE}, id: Z0123456789ABC}}\n"
        f"state: {{backend: local}}\nhealth-check: none\nendpoints:\n{endpoints}\nnames:\n{names}\n"
    )
    return [ROOT / "meridian", "serve", "--listen", f"127.0.0.1:{port}"]


SOA = "ns1.bench.example. hostmaster.bench.example. 1 7200 900 1209600 900"


def gdnsd(folder, port):
    (folder / "zones").mkdir()
    records = "".join(f"{name}. {TTL} DYNA weighted!www\n" for name in NAMES)
    (folder / "zones" / ZONE).write_text(f"@ 900 SOA {SOA}\n@ 900 NS ns1\nns1 900 A 192.0.2.53\n{records}")
    addresses = "\n".join(f"a{i} = [ {address}, {weight} ]" for i, (address, weight) in enumerate(WEIGHTS.items()))
    (folder / "config").write_text(
        f"options => {{ listen => 127.0.0.1:{port}, udp_threads => 1, tcp_threads => 1,\n"
        f" run_dir => {folder}/run, state_dir => {folder}/state }}\n"
        f"plugins => {{ weighted => {{ www => {{\n{addresses}\n}} }} }}\n"
    )
    return ["gdnsd", "-c", folder, "start"]


def knot(folder, port):
    (folder / "zone").write_text(
        f"$ORIGIN {ZONE}.\n@ 900 SOA {SOA}\n@ 900 NS ns1\nns1 900 A 192.0.2.53\n"
        + "".join(f"{name}. {TTL} A 192.0.2.1\n" for name in NAMES)
    )
    (folder / "geo.conf").write_text(
        "".join(
            f"{name}.:\n"
            + "".join(f"  - weight: {weight}\n    A: {address}\n" for address, weight in WEIGHTS.items())
            for name in NAMES
        )
    )
    (folder / "knot.conf").write_text(
        f"server:\n  rundir: {folder}\n  listen: 127.0.0.1@{port}\n  udp-workers: 1\n  tcp-workers: 1\n"
        "  background-workers: 1\nlog:\n  - target: stderr\n    any: warning\n"
        f"database:\n  storage: {folder}\n"
        f"mod-geoip:\n  - id: www\n    config-file: {folder}/geo.conf\n    ttl: {TTL}\n    mode: weighted\n"
        f"zone:\n  - domain: {ZONE}\n    file: {folder}/zone\n    module: mod-geoip/www\n"
    )
    return ["knotd", "-c", folder / "knot.conf"]


def powerdns(folder, port):
    records = "".join(
        f"    {name}:\n" + "".join(f"      - a: {{content: {a}, weight: {w}}}\n" for a, w in WEIGHTS.items())
        for name in NAMES
    )
    (folder / "zones.yaml").write_text(
        f"domains:\n- domain: {ZONE}\n  ttl: {TTL}\n  records:\n"
        f"    {ZONE}:\n      - soa: {SOA}\n      - ns: ns1.{ZONE}\n"
        f"    ns1.{ZONE}:\n      - a: 192.0.2.53\n{records}"
    )
    (folder / "pdns.conf").write_text(
        f"launch=geoip\ngeoip-zones-file={folder}/zones.yaml\ngeoip-database-files=\n"
        f"local-address=127.0.0.1:{port}\nsocket-dir={folder}\ndaemon=no\nguardian=no\n"
        "receiver-threads=1\ndistributor-threads=1\n"
    )
    return ["pdns_server", f"--config-dir={folder}"]


def coredns(folder, port):
    """It returns all addresses, and draws which one is first."""
    (folder / "zone").write_text(
        f"$ORIGIN {ZONE}.\n@ 900 IN SOA {SOA}\n@ 900 IN NS ns1\nns1 900 IN A 192.0.2.53\n"
        + "".join(f"{name}. {TTL} IN A {address}\n" for name in NAMES for address in WEIGHTS)
    )
    (folder / "weights").write_text(
        "".join(f"{name}\n" + "".join(f"{a} {w}\n" for a, w in WEIGHTS.items()) + "\n" for name in NAMES)
    )
    (folder / "Corefile").write_text(
        f"{ZONE}:{port} {{\n bind 127.0.0.1\n file {folder}/zone\n loadbalance weighted {folder}/weights\n}}\n"
    )
    return ["coredns", "-conf", folder / "Corefile"]


MERIDIAN = Kind("Meridian", str(ROOT / "meridian"), (str(ROOT / "meridian"), "version"), meridian)
PEERS = [
    Kind("gdnsd, weighted", "gdnsd", ("dpkg-query", "-Wf${Version}", "gdnsd"), gdnsd, 0.9),
    Kind("Knot, geoip module", "knotd", ("knotd", "--version"), knot),
    Kind("PowerDNS, geoip backend", "pdns_server", ("pdns_server", "--version"), powerdns, 1),
    Kind("CoreDNS, file and loadbalance", "coredns", ("coredns", "-version"), coredns, 1),
]


def installed():
    return [peer for peer in PEERS if shutil.which(peer.program)]
