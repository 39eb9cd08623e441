"""ChangeResourceRecordSets and DeleteHostedZone as Route 53 does them.

moto makes some of the changes of a batch and then fails, deletes record sets whatever the request says
about their values, and checks no record set against the others.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
"""

import collections

from moto.route53.exceptions import InvalidActionValue, InvalidInput, NoSuchHealthCheck, Route53ClientError
from moto.route53.models import Route53Backend
from moto.route53.utils import validate_domain_name
from record_rules import described, malformed, outside, problems
from record_sets import StoredRecordSet, canonical, domain_name, key, same

# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
RECORDS = 1000
CHARACTERS = 32000

create_hosted_zone = Route53Backend.create_hosted_zone


class InvalidChangeBatch(Route53ClientError):
    """Status 400. All messages are in one pair of brackets."""

    def __init__(self, messages):
        super().__init__("InvalidChangeBatch", f"[{', '.join(messages)}]")


class HostedZoneNotEmpty(Route53ClientError):
    """As in github.com/gruntwork-io/cloud-nuke/issues/704."""

    def __init__(self):
        super().__init__(
            "HostedZoneNotEmpty",
            "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
        )


def change(backend, zone_id, change_list):
    """Makes all changes of a batch, or none."""
    zone = backend.get_hosted_zone(zone_id)
    for one in change_list:
        validate_domain_name(one["ResourceRecordSet"]["Name"], code="InvalidChangeBatch")
    changes = [(one["Action"], canonical(one["ResourceRecordSet"])) for one in change_list]
    check_form(changes)
    check_size(changes)
    check_health_checks(backend, changes)
    wrong = listed_twice(changes)
    records, more = carried_out(backend, zone, changes)
    wrong += more or without_apex(zone, records)
    if wrong:
        raise InvalidChangeBatch(wrong)
    zone.rrsets = [StoredRecordSet(record) for record in records.values()]


def check_form(changes):
    for action, record in changes:
        if action not in ("CREATE", "DELETE", "UPSERT"):
            raise InvalidActionValue(action)
        message = malformed(action, record)
        if message:
            raise InvalidInput(message)


def check_size(changes):
    """An alias counts as a record, and an UPSERT counts twice."""
    records = characters = 0
    for action, record in changes:
        values = record.get("ResourceRecords", [])
        times = 2 if action == "UPSERT" else 1
        records += times * max(len(values), 1)
        characters += times * sum(map(len, values))
    wrong = []
    if records > RECORDS:
        wrong.append(f"Number of records limit of {RECORDS} exceeded.")
    if characters > CHARACTERS:
        wrong.append(f"Number of characters limit of {CHARACTERS} exceeded.")
    if wrong:
        raise InvalidChangeBatch(wrong)


def check_health_checks(backend, changes):
    """The answer has status 404. Only a DELETE may name a health check that is gone."""
    for action, record in changes:
        check = record.get("HealthCheckId")
        if action != "DELETE" and check and check not in backend.health_checks:
            raise NoSuchHealthCheck(check)


def listed_twice(changes):
    """A record set may be deleted and then created, but not changed twice otherwise.

    As in github.com/DNSControl/dnscontrol/issues/3493.
    """
    actions = collections.defaultdict(list)
    for action, record in changes:
        actions[key(record)].append(action)
    return [
        "The request contains an invalid set of changes for a resource record set"
        f" '{kind} {name}'"
        for (name, kind, _), listed in actions.items()
        if len(listed) > 1 and (len(listed) > 2 or listed[0] != "DELETE" or listed[1] == "DELETE")
    ]


def carried_out(backend, zone, changes):
    """The record sets after all changes, by key, and all that is wrong with the changes.

    Changes are made in their order. The old version of what an UPSERT writes is gone from the start, as
    octoDNS observed: github.com/octodns/octodns/pull/366. So an alias must come after its target in a
    batch that writes both.
    """
    records = {key(one.asked): one.asked for one in zone.rrsets}
    deleted = {key(record) for action, record in changes if action == "DELETE"}
    for action, record in changes:
        if action == "UPSERT" and key(record) not in deleted:
            records.pop(key(record), None)
    wrong = []
    for action, record in changes:
        there = records.get(key(record))
        if outside(record, zone):
            wrong.append(outside(record, zone))
        elif action == "DELETE":
            if there is None:
                wrong.append(f"Tried to delete {described(record)} but it was not found")
            elif not same(there, record):
                wrong.append(
                    f"Tried to delete {described(record)} but the values provided do not match the current values"
                )
            records.pop(key(record), None)
        elif there is not None and action == "CREATE":
            wrong.append(f"Tried to create {described(record)} but it already exists")
        else:
            others = [one for other, one in records.items() if other != key(record)]
            wrong += problems(record, zone, others, backend)
            records[key(record)] = record
    return records, wrong


def without_apex(zone, records):
    """The zone's own NS and SOA records stay. NS as in github.com/airbnb/zonify/issues/1; SOA like it.

    https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html
    """
    types = {kind for name, kind, _ in records if name == domain_name(zone.name)}
    wrong = []
    if "NS" not in types:
        wrong.append("A HostedZone must contain at least one NS record for the zone itself.")
    if "SOA" not in types:
        wrong.append("A HostedZone must contain exactly one SOA record.")
    return wrong


def create_zone(backend, *arguments, **named):
    zone = create_hosted_zone(backend, *arguments, **named)
    zone.rrsets = [StoredRecordSet.of(record) for record in zone.rrsets]
    return zone


def delete_zone(backend, id_):
    """Only the zone's own NS and SOA records may be left, not those of a delegated subdomain.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html
    """
    zone = backend.get_hosted_zone(id_)
    apex = domain_name(zone.name)
    if any(record.name != apex or record.type not in ("NS", "SOA") for record in zone.rrsets):
        raise HostedZoneNotEmpty()
    return backend.zones.pop(zone.resource_id)


def fill():
    Route53Backend.change_resource_record_sets = change
    Route53Backend.create_hosted_zone = create_zone
    Route53Backend.delete_hosted_zone = delete_zone
