"""Which record sets Route 53 accepts next to the others of a hosted zone, and what it says if not.

AWS documents the rules, but not the messages. The messages are those of public reports, which the
functions name. Where no report was found, the message follows the one of a similar rule, and the
function says so.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html
"""

from record_sets import SIMPLE, policies, policy


def described(record):
    """As in github.com/barnybug/cli53/issues/317."""
    identifier = f", set-identifier='{record['SetIdentifier']}'" if "SetIdentifier" in record else ""
    return f"resource record set [name='{record['Name']}', type='{record['Type']}'{identifier}]"


def labelled(record):
    """How messages about routing policies begin.

    Latency as in github.com/hashicorp/terraform-provider-aws/issues/1668. Route 53 adds the names of
    continents and countries to their codes, which are left out here.
    """
    start = f"RRSet with DNS name {record['Name']}, type {record['Type']}"
    if "SetIdentifier" not in record:
        return start
    start += f", SetIdentifier {record['SetIdentifier']}"
    if "Region" in record:
        return f"{start}, and Region Name={record['Region']}"
    if "GeoLocation" in record:
        return f"{start}, and routing to [{_location(record['GeoLocation'])}]"
    return start


def _location(geo):
    words = {"ContinentCode": "continent", "CountryCode": "country", "SubdivisionCode": "subdivision"}
    return ", ".join(f"{word} = ({geo[code]})" for code, word in words.items() if geo.get(code))


def problems(record, zone, others, backend):
    """What is wrong with a record set that is about to be written.

    others: the record sets of the zone, canonical, without the one that ``record`` replaces
    backend: knows the account's other hosted zones and its CIDR collections
    """
    group = [one for one in others if (one["Name"], one["Type"]) == (record["Name"], record["Type"])]
    found = [
        _cname(record, zone, others),
        _policy(record, group),
        _weighted_ttl(record, group),
        _duplicate(record, group),
        _collection(record, group, getattr(backend, "cidr_collections", {})),
    ]
    return [message for message in found if message] + _alias(record, zone, others, backend.zones)


def outside(record, zone):
    """As in github.com/meltwater/terraform-aws-asg-dns-handler/issues/38."""
    if f".{record['Name']}".endswith(f".{zone.name.lower()}"):
        return None
    return f"RRSet with DNS name {record['Name']} is not permitted in zone {zone.name}"


def _cname(record, zone, others):
    """A CNAME record must be the only one of its name, and not at the apex.

    https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat
    As in github.com/cloudfoundry/bosh-bootloader/issues/310, capitalone/Particle-Cloud-Framework/issues/113,
    and RJPearson94/terraform-aws-open-next/issues/24.
    """
    name, kind = record["Name"], record["Type"]
    types = {one["Type"] for one in others if one["Name"] == name} - {kind}
    if kind == "CNAME" and name == zone.name.lower():
        return f"RRSet of type CNAME with DNS name {name} is not permitted at apex in zone {zone.name}"
    if kind == "CNAME" and types:
        return (
            f"RRSet of type CNAME with DNS name {name} is not permitted as it conflicts with other"
            f" records with the same DNS name in zone {zone.name}"
        )
    if "CNAME" in types:
        return (
            f"RRSet of type {kind} with DNS name {name} is not permitted because a conflicting RRSet of"
            f" type CNAME with the same DNS name already exists in zone {zone.name}"
        )
    return None


def _policy(record, group):
    """All record sets with the same name and type have the same routing policy.

    As in github.com/chef-boneyard/route53/issues/100 (simple), kubernetes-sigs/external-dns/issues/4345
    (weighted), aws/aws-cli/issues/8241 (latency), octodns/octodns-route53/issues/129 (GEO), and
    cert-manager/cert-manager/issues/5388 (multivalue answer); the others like latency.
    """
    own = policy(record)
    if own == SIMPLE:
        return f"{labelled(record)} cannot be created as other RRSets exist with the same name and type." if group else None
    if all(policy(one) == own for one in group):
        return None
    if own == "weighted":
        return f"{labelled(record)} cannot be created as a non-weighted set exists with the same name and type."
    if own == "multivalue answer":
        return (
            f"{labelled(record)} cannot be created because a non multivalue answer rrset exists with the"
            " same name and type."
        )
    return (
        f"{labelled(record)} cannot be created because a non-{own} RRSet with the same name and type"
        " already exists."
    )


def _weighted_ttl(record, group):
    """Only weighted record sets must have the same TTL; aliases have none.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html (TTL)
    As in github.com/aws/aws-sdk-go-v2/issues/518, which also reports that geolocation may differ.
    """
    if policy(record) != "weighted" or "TTL" not in record:
        return None
    if all(one.get("TTL", record["TTL"]) == record["TTL"] for one in group if policy(one) == "weighted"):
        return None
    return (
        f"RRSet with DNS name {record['Name']} and type {record['Type']}, SetIdentifier"
        f" {record['SetIdentifier']} cannot be created as weighted sets must contain the same TTL."
    )


# The fields that no two record sets of a group may share, and what messages call them.
UNIQUE = {
    "Region": "region",
    "Failover": "failover",
    "GeoLocation": "geolocation",
    "GeoProximityLocation": "geoproximity location",
    "CidrRoutingConfig": "CIDR location",
}


def _duplicate(record, group):
    """Region as in github.com/hashicorp/terraform-provider-aws/issues/1668; the others like it."""
    for field, word in UNIQUE.items():
        if field in record and any(_place(one.get(field)) == _place(record[field]) for one in group):
            return (
                f"{labelled(record)} cannot be created because a {policy(record)} RRSet with the same"
                f" name, type and {word} already exists."
            )
    return None


def _place(value):
    """The same place with another bias is the same place."""
    return {field: one for field, one in value.items() if field != "Bias"} if isinstance(value, dict) else value


def _collection(record, group, collections):
    """A group uses one CIDR collection, which exists. No report of the messages was found.

    https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html
    """
    used = record.get("CidrRoutingConfig", {}).get("CollectionId")
    if not used:
        return None
    if used not in collections:
        return f"{labelled(record)} cannot be created because the CIDR collection {used} was not found."
    if any(one.get("CidrRoutingConfig", {}).get("CollectionId", used) != used for one in group):
        return (
            f"{labelled(record)} cannot be created because a CIDR RRSet with the same name and type uses"
            " another CIDR collection."
        )
    return None


def _alias(record, zone, others, zones):
    """An alias to a record set needs one of its own type in the same hosted zone.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
    As in github.com/aws/aws-cdk/issues/19643 and barnybug/cli53/issues/227. No report of the message
    about another hosted zone of the account was found. All other ids belong to AWS's services, whose
    names are not looked up.

    Nothing that AWS documents, and no public report, says that Route 53 refuses to delete the target of
    an alias. octoDNS observed that an UPSERT of a target works as DELETE and CREATE while an alias
    points to it (github.com/octodns/octodns/pull/366). So it is not refused here either: the alias then
    has no answer.
    """
    target = record.get("AliasTarget")
    if not target or target["HostedZoneId"] not in zones:
        return []
    name, kind, there = target["DNSName"], record["Type"], target["HostedZoneId"]
    start = f"Tried to create an alias that targets {name}, type {kind} in zone {there}, but"
    if there != zone.resource_id:
        return [f"{start} an alias cannot target a record in another hosted zone"]
    found = []
    if outside({"Name": name}, zone):
        found.append(f"{start} the alias target name does not lie within the target zone")
    if not any((one["Name"], one["Type"]) == (name, kind) for one in others):
        found.append(f"{start} that target was not found")
    return found


# What a change has exactly one of.
ANSWERS = "AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId"
FIELDS = "Weight, Region, Failover, GeoLocation, MultiValueAnswer, GeoProximityLocation, or CidrRoutingConfig"


def malformed(action, record):
    """Why a change cannot be read, which is InvalidInput and not InvalidChangeBatch.

    As in github.com/hashicorp/terraform-provider-aws/issues/36411 and 1668.
    """
    change = (
        f"in Change with [Action={action}, Name={record['Name'].rstrip('.')}, Type={record['Type']},"
        f" SetIdentifier={record.get('SetIdentifier', 'null')}]"
    )
    values = "TTL" in record or "ResourceRecords" in record
    answers = [
        "AliasTarget" in record,
        "TTL" in record and "ResourceRecords" in record,
        "TrafficPolicyInstanceId" in record,
    ]
    if sum(answers) != 1 or (values and not answers[1]):
        count = "none" if not any(answers) else "more than one"
        return f"Invalid request: Expected exactly one of [{ANSWERS}], but found {count} {change}"
    found = len(policies(record))
    if found > 1 or ("SetIdentifier" in record and found == 0):
        count = "none" if found == 0 else "more than one"
        return f"Invalid request: Expected exactly one of [{FIELDS}], but found {count} {change}"
    if found == 1 and "SetIdentifier" not in record:
        return f"Invalid request: Missing field 'SetIdentifier' {change}"
    return None
