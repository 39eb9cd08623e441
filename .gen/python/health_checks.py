"""Health checks with all fields, which moto drops in part: alarms, routing controls, later changes.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
"""

import uuid

from moto.core.responses import ActionResult
from moto.route53.exceptions import InvalidInput, NoSuchHealthCheck, Route53ClientError
from moto.route53.models import Route53Backend
from moto.route53.responses import Route53

# What applies to all endpoints if a request leaves it out. The port has no default for TCP.
ENDPOINT = {"RequestInterval": 30, "FailureThreshold": 3, "MeasureLatency": False, "EnableSNI": False}
PORTS = {"HTTP": 80, "HTTP_STR_MATCH": 80, "HTTPS": 443, "HTTPS_STR_MATCH": 443}
OTHERS = ("CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL")

# The fields that UpdateHealthCheck can change.
# https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html
CHANGEABLE = (
    "IPAddress",
    "Port",
    "ResourcePath",
    "FullyQualifiedDomainName",
    "SearchString",
    "FailureThreshold",
    "Inverted",
    "Disabled",
    "HealthThreshold",
    "ChildHealthChecks",
    "EnableSNI",
    "Regions",
    "AlarmIdentifier",
    "InsufficientDataHealthStatus",
)


class HealthCheckVersionMismatch(Route53ClientError):
    """Status 409. No report of the message was found."""

    def __init__(self):
        super().__init__(
            "HealthCheckVersionMismatch",
            "The value of HealthCheckVersion in the request does not match the one in the health check.",
        )


class HealthCheck:
    """A health check as in responses."""

    def __init__(self, caller_reference, asked):
        if asked["Type"] == "CALCULATED" and asked.get("HealthThreshold") is None:
            # As in github.com/hashicorp/terraform-provider-aws/issues/39428.
            raise InvalidInput("Invalid parameter : Calculated health checks must have a health threshold specified.")
        self.id = str(uuid.uuid4())
        self.caller_reference = caller_reference
        self.health_check_config = {**defaults(asked["Type"]), **given(asked)}
        self.health_check_version = 1

    def change(self, asked):
        if self.health_check_config["Type"] == "RECOVERY_CONTROL":
            # As in github.com/hashicorp/terraform-provider-aws/issues/44247.
            raise InvalidInput("Invalid parameter : Update is not supported for this health check type.")
        version = asked.get("HealthCheckVersion")
        if version is not None and int(version) != self.health_check_version:
            raise HealthCheckVersionMismatch()
        for field in asked.get("ResetElements") or []:
            self.health_check_config.pop(field, None)
        self.health_check_config.update({field: asked[field] for field in CHANGEABLE if field in given(asked)})
        self.health_check_version += 1


def given(asked):
    return {field: value for field, value in asked.items() if value is not None and value != []}


def defaults(kind):
    """SNI as in https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_health_check."""
    config = {"Inverted": False, "Disabled": False}
    if kind in OTHERS:
        return config
    sni = {"EnableSNI": kind.startswith("HTTPS")}
    port = {"Port": PORTS[kind]} if kind in PORTS else {}
    return {**config, **ENDPOINT, **sni, **port}


def create_health_check(self):
    check = HealthCheck(self._get_param("CallerReference"), self._get_param("HealthCheckConfig"))
    self.backend.health_checks[check.id] = check
    location = f"https://route53.amazonaws.com/2013-04-01/healthcheck/{check.id}"
    return ActionResult({"HealthCheck": check, "Location": location})


def update_health_check(self):
    check = self.backend.get_health_check(self._get_param("HealthCheckId"))
    check.change(self.params)
    return ActionResult({"HealthCheck": check})


def delete_health_check(backend, health_check_id):
    """Deletes one that record sets use, too, but not one that a calculated one counts.

    The error HealthCheckInUse is no longer in use.
    https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHealthCheck.html
    Calculated as in github.com/hashicorp/terraform/issues/22171 and DataBiosphere/azul/issues/1150,
    which do not quote the message.
    """
    if health_check_id not in backend.health_checks:
        raise NoSuchHealthCheck(health_check_id)
    for other in backend.health_checks.values():
        if health_check_id in other.health_check_config.get("ChildHealthChecks", []):
            raise InvalidInput(f"Invalid parameter : The health check {health_check_id} is a child of {other.id}.")
    del backend.health_checks[health_check_id]


def fill():
    Route53.create_health_check = create_health_check
    Route53.update_health_check = update_health_check
    Route53Backend.delete_health_check = delete_health_check
