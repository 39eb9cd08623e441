"""Adds calls that the stacks need and moto lacks, and reports all other missing calls.

moto answers an unsupported call with status 500. AWS's SDKs treat it as a temporary error and retry
for minutes. They accept 501 as an answer.
"""

import uuid

from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from werkzeug.wrappers import Response

ERROR = "<ErrorResponse><Error><Type>Sender</Type><Code>NotImplemented</Code><Message>{}</Message></Error></ErrorResponse>"


def start_instance_refresh(self):
    """Does nothing, because servers never change here."""
    return ActionResult({"InstanceRefreshId": str(uuid.uuid4())})


def fill():
    AutoScalingResponse.start_instance_refresh = start_instance_refresh


class Lacking:
    """A WSGI application that reports what the application inside it does not support."""

    def __init__(self, application):
        self._application = application

    def __call__(self, environ, start_response):
        try:
            response = Response.from_app(self._application, environ, buffered=True)
        except NotImplementedError as lacking:
            print(f"Not implemented: {lacking}", flush=True)
            response = Response(ERROR.format(lacking), status=501, mimetype="text/xml")
        return response(environ, start_response)
