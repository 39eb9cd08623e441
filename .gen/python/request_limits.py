"""Refuses fields that are missing, out of range, or not among the allowed values.

The limits are those of AWS's description of its API, which is a part of botocore. moto ignores them.
Route 53 answers InvalidInput; the wording is the one that AWS's services share.
"""

import re

from moto.core.utils import get_service_model
from moto.route53.exceptions import InvalidInput
from moto.route53.responses import Route53

OPERATIONS = {
    "change_resource_record_sets": "ChangeResourceRecordSets",
    "create_health_check": "CreateHealthCheck",
    "update_health_check": "UpdateHealthCheck",
    "create_cidr_collection": "CreateCidrCollection",
    "change_cidr_collection": "ChangeCidrCollection",
}


def problems(value, shape, path):
    """What AWS's description does not allow, at any depth."""
    if value is None:
        return
    limits = shape.metadata
    for word, size in _sizes(value, shape):
        if size < limits.get("min", size):
            yield _failed(value, path, f"Member must have {word} greater than or equal to {limits['min']}")
        if size > limits.get("max", size):
            yield _failed(value, path, f"Member must have {word} less than or equal to {limits['max']}")
    if limits.get("enum") and value not in limits["enum"]:
        yield _failed(value, path, f"Member must satisfy enum value set: [{', '.join(limits['enum'])}]")
    if limits.get("pattern") and not _pattern(limits["pattern"]).fullmatch(value):
        yield _failed(value, path, f"Member must satisfy regular expression pattern: {limits['pattern']}")
    if shape.type_name == "structure":
        for name in shape.required_members:
            if value.get(name) is None:
                yield _failed("null", f"{path}.{_lower(name)}", "Member must not be null")
        for name, member in shape.members.items():
            yield from problems(value.get(name), member, f"{path}.{_lower(name)}")
    if shape.type_name == "list":
        for position, one in enumerate(value, 1):
            yield from problems(one, shape.member, f"{path}.{position}.member")


def _sizes(value, shape):
    if shape.type_name in ("integer", "long"):
        return [("value", value)]
    return [("length", len(value))] if shape.type_name in ("string", "list") else []


def _pattern(javas):
    """Python has no \\p{ASCII}."""
    return re.compile(javas.replace(r"\p{ASCII}", r"[\x00-\x7f]"))


def _failed(value, path, constraint):
    shown = value if isinstance(value, (str, int)) else f"{len(value)} members"
    return f"Value '{shown}' at '{path.lstrip('.')}' failed to satisfy constraint: {constraint}"


def _lower(name):
    return name[0].lower() + name[1:]


def limited(method, operation):
    """The method, which first checks its request."""

    def checked(self):
        shape = get_service_model("route53").operation_model(operation).input_shape
        found = list(problems(self.params, shape, ""))
        if found:
            errors = "1 validation error" if len(found) == 1 else f"{len(found)} validation errors"
            raise InvalidInput(f"{errors} detected: {'; '.join(found)}")
        return method(self)

    return checked


def fill():
    """Called last, because it wraps what the others add."""
    for name, operation in OPERATIONS.items():
        setattr(Route53, name, limited(getattr(Route53, name), operation))
