"""Resource record sets in the form in which Route 53 keeps, compares, and names them."""

import re

SIMPLE = "simple"

# The field of each routing policy, and Route 53's name for the policy.
# https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
POLICIES = {
    "Weight": "weighted",
    "Region": "latency",
    "Failover": "failover",
    "GeoLocation": "GEO",
    "MultiValueAnswer": "multivalue answer",
    "GeoProximityLocation": "geoproximity",
    "CidrRoutingConfig": "CIDR",
}


def domain_name(text):
    """A name as Route 53 returns it: in lower case, with a final dot, special characters in octal.

    https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
    """
    labels = text.rstrip(".").lower()
    escaped = re.sub(r"\\\d{3}|[^a-z0-9_.\\-]", lambda found: _octal(found.group()), labels)
    return escaped + "."


def _octal(part):
    return part if part.startswith("\\") else f"\\{ord(part):03o}"


def canonical(asked):
    """The fields of a request that are set, with names and values in Route 53's form."""
    record = {field: value for field, value in asked.items() if value not in (None, False, "", [], {})}
    record["Name"] = domain_name(asked["Name"])
    if "ResourceRecords" in record:
        record["ResourceRecords"] = [_value(one) for one in record["ResourceRecords"]]
    if "TTL" in record or asked.get("TTL") == 0:
        record["TTL"] = int(asked["TTL"])
    if "Weight" in asked and asked["Weight"] is not None:
        record["Weight"] = int(asked["Weight"])  # 0 is a weight
    if "AliasTarget" in record:
        target = record["AliasTarget"]
        record["AliasTarget"] = {**target, "DNSName": domain_name(target["DNSName"])}
    return record


def _value(record):
    # moto writes some of its own values nested, and some plain.
    while isinstance(record, dict):
        record = record["Value"]
    return record


def key(record):
    """What identifies a record set in its hosted zone."""
    return record["Name"], record["Type"], record.get("SetIdentifier")


def policies(record):
    """The names of the routing policies that a record set has fields of."""
    return [name for field, name in POLICIES.items() if field in record]


def policy(record):
    return next(iter(policies(record)), SIMPLE)


def same(one, other):
    """Whether two record sets have the same fields. The order of values has no meaning."""
    return _unordered(one) == _unordered(other)


def _unordered(record):
    return {**record, "ResourceRecords": sorted(record.get("ResourceRecords", []))}


class StoredRecordSet:
    """Keeps all fields, including those that moto drops, and no TTL for an alias.

    Responses are written from the attributes with the API's names.
    ``asked`` is the canonical form.
    """

    def __init__(self, asked):
        self.asked = asked
        self.name, self.type = asked["Name"], asked["Type"]
        self.__dict__.update(asked)
        self.ResourceRecords = [{"Value": value} for value in asked.get("ResourceRecords", [])] or None

    @classmethod
    def of(cls, made_by_moto):
        """A record set that moto created together with the hosted zone."""
        return cls(
            canonical(
                {
                    "Name": made_by_moto.name,
                    "Type": made_by_moto.type,
                    "TTL": made_by_moto.ttl,
                    "ResourceRecords": made_by_moto.records,
                }
            )
        )
