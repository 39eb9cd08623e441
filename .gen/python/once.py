"""What stands before moto: one request at a time, and none of them carried out twice.

moto does not say that its state may be used by several threads. And AWS's SDKs send a request again
when its answer was lost on the way, which a call that creates something does not survive: the
second finds what the first has made.
"""

import collections
import io
import threading

from werkzeug.wrappers import Response
from werkzeug.wsgi import get_input_stream

REMEMBERED = 1000  # answers; a client asks again within seconds


class Once:
    """A WSGI application around another.

    A request is the same as one before when its amz-sdk-invocation-id is, which the SDKs keep over
    all tries of one call. Only what worked is remembered: all else may work the next time.
    """

    def __init__(self, application):
        self._application = application
        self._turn = threading.Lock()
        self._answers = collections.OrderedDict()

    def __call__(self, environ, start_response):
        # Before the turn, so that a client that sends slowly keeps nobody waiting.
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
