"""What moto lacks of what the stacks call, and how it says that it lacks something else.

moto ends a call that it does not know with status 500, which AWS's SDKs take for a passing trouble
and try again for minutes. 501 they take for an answer.
"""

import uuid

from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from werkzeug.wrappers import Response

ERROR = "<ErrorResponse><Error><Type>Sender</Type><Code>NotImplemented</Code><Message>{}</Message></Error></ErrorResponse>"


def start_instance_refresh(self):
    """Servers here are all alike: none needs to be replaced."""
    return ActionResult({"InstanceRefreshId": str(uuid.uuid4())})


def fill():
    AutoScalingResponse.start_instance_refresh = start_instance_refresh


class Lacking:
    """A WSGI application around another that says what it cannot do."""

    def __init__(self, application):
        self._application = application

    def __call__(self, environ, start_response):
        try:
            response = Response.from_app(self._application, environ, buffered=True)
        except NotImplementedError as lacking:
            print(f"Not implemented: {lacking}", flush=True)
            response = Response(ERROR.format(lacking), status=501, mimetype="text/xml")
        return response(environ, start_response)
