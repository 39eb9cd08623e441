"""A local AWS on a free port of 127.0.0.1: moto's server, which stops with its parent process.

It binds the port before it publishes the address, so no other process can take the port in between.
"""

import argparse
import os
import sys
import threading

# The AWS settings of the shell are not meant for this server. botocore, in moto, reads them on import.
for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
os.environ["AWS_CONFIG_FILE"] = os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull

import change_batches
import cidr_collections
import dns_firewall
import gaps
import global_accelerator
import health_checks
import in_sync
import load_balancers
import private_zones
import record_listing
import recovery_control
import request_limits
import traffic_policies
import vpc_resolver

# moto logs one line per request through werkzeug, and puts its port into URLs that it returns.
from functions import Functions
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from once import Once
from services import Services
from werkzeug.serving import make_server

HOST = "127.0.0.1"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port; 0, the default, chooses a free one")
    parser.add_argument("--address", required=True, help="file to write the endpoint's URL to")
    parser.add_argument("--log", required=True, help="file to log to")
    parser.add_argument("--stay", action="store_true", help="keep running when standard input ends after a line")
    return parser.parse_args()


def log_to(path):
    """Uses a file, because a pipe would break when its reader is gone."""
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())


def tell(path, text):
    part = path + ".part"
    with open(part, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(part, path)


def end_with_standard_input(may_stay):
    """Stops when the parent process ends, in whatever way: its end of the pipe is then closed.

    With may_stay, one line is the permission to outlive it: the parent process sends it when it has written down which
    process this is. Until then, nobody could find and end what was left running.
    """
    while os.read(0, 4096):
        if may_stay:
            return
    os._exit(0)


def main():
    given = arguments()
    log_to(given.log)
    for module in (
        gaps,
        change_batches,
        cidr_collections,
        dns_firewall,
        health_checks,
        load_balancers,
        private_zones,
        record_listing,
        recovery_control,
        in_sync,
        request_limits,
        traffic_policies,
        vpc_resolver,
    ):
        module.fill()
    moto = gaps.Lacking(DomainDispatcherApplication(create_backend_app))
    aws = Services(moto, {**recovery_control.SERVICES, **global_accelerator.SERVICES})
    functions = Functions(Once(aws))
    server = make_server(HOST, given.port, functions, threaded=True)
    functions.address = f"http://{HOST}:{server.port}"
    os.environ["MOTO_PORT"] = str(server.port)
    threading.Thread(target=end_with_standard_input, args=(given.stay,), daemon=True).start()
    tell(given.address, functions.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
