"""A local AWS on a free port of 127.0.0.1: moto's server, which ends with whoever started it.

The port is bound before anybody is told of it, so nothing can take it in between.
"""

import argparse
import os
import sys
import threading

# What a shell says of AWS is not said of this one; botocore, in moto, reads it while it is imported.
for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
os.environ["AWS_CONFIG_FILE"] = os.environ["AWS_SHARED_CREDENTIALS_FILE"] = os.devnull

from gaps import Lacking, fill

# moto logs a line for each request through werkzeug; its port goes into URLs it hands out.
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from once import Once
from werkzeug.serving import make_server

HOST = "127.0.0.1"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("--address", required=True, help="file to write the endpoint's URL to")
    parser.add_argument("--log", required=True, help="file to log to")
    parser.add_argument("--stay", action="store_true", help="run on when standard input ends")
    return parser.parse_args()


def log_to(path):
    """Into a file, not a pipe: a pipe would break when the one who reads it is gone."""
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(log, sys.stdout.fileno())
    os.dup2(log, sys.stderr.fileno())


def tell(path, text):
    part = path + ".part"
    with open(part, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(part, path)


def end_with_standard_input():
    """However our parent dies, its end of the pipe is closed, and nobody needs us any more."""
    while os.read(0, 4096):
        pass
    os._exit(0)


def main():
    given = arguments()
    log_to(given.log)
    fill()
    moto = Lacking(DomainDispatcherApplication(create_backend_app))
    server = make_server(HOST, given.port, Once(moto), threaded=True)
    os.environ["MOTO_PORT"] = str(server.port)
    if not given.stay:
        threading.Thread(target=end_with_standard_input, daemon=True).start()
    tell(given.address, f"http://{HOST}:{server.port}")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
