"""Runs in front of moto: one request at a time, and none of them twice.

moto does not claim to be thread-safe. Also, AWS's SDKs send a request again if the response was lost.
If the call creates something, the second attempt would fail because it already exists.
"""

import collections
import io
import threading

from werkzeug.wrappers import Response
from werkzeug.wsgi import get_input_stream

REMEMBERED = 1000  # responses; a client retries within seconds


class Once:
    """A WSGI application that wraps another one.

    Two requests are the same if they have the same amz-sdk-invocation-id, which the SDKs keep for all
    attempts of one call. Only successes are remembered: everything else might work the next time.
    """

    def __init__(self, application):
        self._application = application
        self._turn = threading.Lock()
        self._answers = collections.OrderedDict()

    def __call__(self, environ, start_response):
        # Reads before it takes the lock, so that a slow client does not make others wait.
        environ["wsgi.input"] = io.BytesIO(get_input_stream(environ).read())
        with self._turn:
            response = self._answer(environ)
        return response(environ, start_response)

    def _answer(self, environ):
        call = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if call in self._answers:
            print(f"Asked again, and answered as before: {call}", flush=True)
            return self._answers[call]
        response = Response.from_app(self._application, environ, buffered=True)
        changes = environ["REQUEST_METHOD"] not in ("GET", "HEAD")
        if call and changes and response.status_code < 300:
            self._answers[call] = response
            if len(self._answers) > REMEMBERED:
                self._answers.popitem(last=False)
        return response
