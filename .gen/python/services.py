"""Services that moto lacks, in front of moto. The signature of a request says which service it is for."""

import json
import re

from werkzeug.wrappers import Request, Response

CREDENTIAL = re.compile(r"Credential=(?P<key>[^/]+)/[^/]+/(?P<region>[^/]+)/(?P<service>[^/]+)/")
NOT_IMPLEMENTED = 501


class Refused(Exception):
    """A request that AWS answers with an error, as its REST and JSON protocols have it."""

    def __init__(self, code, message, status=400):
        super().__init__(message)
        self.code, self.status = code, status


def signed(environ):
    """Key, region, and service of a request's signature; None if it is not signed."""
    return CREDENTIAL.search(environ.get("HTTP_AUTHORIZATION", ""))


def lacking(what):
    return Refused("NotImplemented", what, NOT_IMPLEMENTED)


class Services:
    """A WSGI application in front of another one, which gets the requests of all other services.

    Each service has a method `answer`, from a request to what is its response as JSON.
    """

    def __init__(self, application, services):
        self._application = application
        self._services = services

    def __call__(self, environ, start_response):
        scope = signed(environ)
        service = self._services.get(scope["service"]) if scope else None
        if service is None:
            return self._application(environ, start_response)
        try:
            body, status, headers = service.answer(Request(environ)), 200, {}
        except Refused as refused:
            if refused.status == NOT_IMPLEMENTED:
                print(f"Not implemented: {scope['service']} {refused}", flush=True)
            body = {"__type": refused.code, "Message": str(refused), "message": str(refused)}
            status, headers = refused.status, {"x-amzn-ErrorType": refused.code}
        response = Response(json.dumps(body), status=status, headers=headers, mimetype="application/json")
        return response(environ, start_response)
