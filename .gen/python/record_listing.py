"""ListResourceRecordSets, which can continue in the middle of a group; moto starts the group again.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html
"""

from moto.core.responses import ActionResult
from moto.route53.exceptions import InvalidInput
from moto.route53.responses import Route53
from moto.route53.utils import validate_domain_name
from record_sets import domain_name

MOST = 300  # record sets in one response


def position(name, kind, identifier):
    """By name with reversed labels, then by type, then by set identifier."""
    return domain_name(name).rstrip(".").split(".")[::-1], kind or "", identifier or ""


def list_resource_record_sets(self):
    zone = self.backend.get_hosted_zone(self._get_param("HostedZoneId"))
    name, kind, identifier = (self._get_param(f"StartRecord{part}") for part in ("Name", "Type", "Identifier"))
    if (kind and not name) or (identifier and not kind):
        raise InvalidInput("The input is not valid")
    if name:
        validate_domain_name(name)
    most = min(self._get_int_param("MaxItems", MOST), MOST)
    listed = sorted(zone.rrsets, key=place)
    if name:
        start = position(name, kind, identifier)
        listed = [record for record in listed if place(record) >= start]
    following = listed[most].asked if len(listed) > most else {}
    return ActionResult(
        {
            "ResourceRecordSets": listed[:most],
            "IsTruncated": bool(following),
            "NextRecordName": following.get("Name"),
            "NextRecordType": following.get("Type"),
            "NextRecordIdentifier": following.get("SetIdentifier"),
            "MaxItems": most,
        }
    )


def place(record):
    return position(record.name, record.type, record.asked.get("SetIdentifier"))


def fill():
    Route53.list_resource_record_sets = list_resource_record_sets
