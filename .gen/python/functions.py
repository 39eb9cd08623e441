"""Runs AWS Lambda functions that were uploaded to this local AWS, in a process of their own.

moto runs functions only in Docker, and starts none on a schedule. Here, an invocation unpacks the
uploaded archive and runs its handler with this interpreter. The function calls this local AWS back, so
this runs in front of once.py, which answers one request at a time. Each call of a function goes to
the log, so that tests can compare the calls with the permissions of its role.
"""

import base64
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile

from moto.awslambda.models import lambda_backends
from moto.core import DEFAULT_ACCOUNT_ID
from moto.logs.models import logs_backends
from services import signed
from werkzeug.wrappers import Request, Response
from werkzeug.wsgi import get_input_stream

INVOCATION = re.compile(r"/2015-03-31/functions/(?P<name>[^/]+)/invocations")
ACCESS_KEY = "FUNCTION"  # of all functions, and of nothing else
LOG_END = 4096  # octets of X-Amz-Log-Result

# Prints the answer after a character that no log line contains.
RUN = """
import importlib, json, sys
module, handler = sys.argv[1].rsplit(".", 1)
sys.path.insert(0, "")
answer = getattr(importlib.import_module(module), handler)(json.load(sys.stdin), None)
print("\\0" + json.dumps(answer))
"""


class Functions:
    """A WSGI application that runs functions itself, and leaves everything else to another one.

    The address of this server has to be set before the first invocation.
    """

    def __init__(self, application):
        self._application = application
        self.address = None

    def __call__(self, environ, start_response):
        scope = signed(environ)
        if scope and scope["key"] == ACCESS_KEY:
            log_call(environ, scope)
        invoked = INVOCATION.fullmatch(environ.get("PATH_INFO", ""))
        if not (invoked and scope and environ["REQUEST_METHOD"] == "POST"):
            return self._application(environ, start_response)
        event = Request(environ).get_data() or b"{}"
        response = self._invoke(invoked["name"].split(":")[-1], scope["region"], event)
        return response(environ, start_response)

    def _invoke(self, name, region, event):
        function = lambda_backends[DEFAULT_ACCOUNT_ID][region].get_function(name)
        with tempfile.TemporaryDirectory() as folder:
            zipfile.ZipFile(io.BytesIO(function.code_bytes)).extractall(folder)
            done = subprocess.run(
                [sys.executable, "-c", RUN, function.handler],
                cwd=folder,
                env=self._environment(function, region),
                input=event,
                capture_output=True,
                timeout=int(function.timeout),
            )
        printed, _, answer = done.stdout.decode().rpartition("\0")
        lines = printed + done.stderr.decode()
        keep(function.logs_group_name, region, lines)
        response = Response(answer, mimetype="application/json")
        if done.returncode:
            message = lines.strip().rpartition("\n")[2]
            response = Response(json.dumps({"errorMessage": message}), mimetype="application/json")
            response.headers["X-Amz-Function-Error"] = "Unhandled"
        tail = base64.b64encode(lines.encode()[-LOG_END:]).decode()
        response.headers["X-Amz-Log-Result"] = tail
        return response

    def _environment(self, function, region):
        return {
            "PATH": os.environ["PATH"],
            "AWS_ENDPOINT_URL": self.address,
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": ACCESS_KEY,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_REGION": region,
            "AWS_DEFAULT_REGION": region,
            "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
            **function.environment_vars,
        }


def log_call(environ, scope):
    """Writes one line with what an IAM policy can decide on."""
    body = get_input_stream(environ).read()
    environ["wsgi.input"] = io.BytesIO(body)
    call = {
        "service": scope["service"],
        "region": scope["region"],
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"],
        "target": environ.get("HTTP_X_AMZ_TARGET", ""),
        "body": body.decode(errors="replace"),
    }
    print("Function called: " + json.dumps(call, sort_keys=True), flush=True)


def keep(group, region, lines):
    """Adds the lines to the function's log group, if it has one."""
    backend = logs_backends[DEFAULT_ACCOUNT_ID][region]
    if group not in backend.groups or not lines.strip():
        return
    stream = f"local/{time.time_ns()}"
    now = int(time.time() * 1000)
    backend.create_log_stream(group, stream)
    events = [{"timestamp": now, "message": line} for line in lines.splitlines()]
    backend.put_log_events(group, stream, events)
