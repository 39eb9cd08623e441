"""The weights of a name's record sets in Route 53."""


class Unexpected(Exception):
    """The record sets are not those of the declaration, so that nothing may be changed."""


def read(route53, zone, name, types):
    """The weighted record sets of a name by type and set identifier."""
    wanted = _normal(name)
    found = {}
    for kind in types:
        page = {"StartRecordName": wanted, "StartRecordType": kind}
        while page:
            answer = route53.list_resource_record_sets(HostedZoneId=zone, **page)
            ours = [
                one
                for one in answer["ResourceRecordSets"]
                if _normal(one["Name"]) == wanted and one["Type"] == kind
            ]
            found.update({(kind, one["SetIdentifier"]): one for one in ours if "Weight" in one})
            more = answer["IsTruncated"] and len(ours) == len(answer["ResourceRecordSets"])
            page = {
                start: answer[following]
                for start, following in (
                    ("StartRecordName", "NextRecordName"),
                    ("StartRecordType", "NextRecordType"),
                    ("StartRecordIdentifier", "NextRecordIdentifier"),
                )
                if more and following in answer
            }
    return found


def weights(found, types, branches):
    """The weight of each branch, by label; refuses record sets that are not all there."""
    expected = {(kind, branch["identifier"]) for kind in types for branch in branches.values()}
    if expected != set(found):
        raise Unexpected(f"there are {sorted(found)}, not {sorted(expected)}")
    read = {}
    for label, branch in branches.items():
        all_types = {found[kind, branch["identifier"]]["Weight"] for kind in types}
        if len(all_types) > 1:
            raise Unexpected(f"{label} has several weights: {sorted(all_types)}; make them equal")
        read[label] = all_types.pop()
    return read


def write(route53, zone, found, branches, new):
    """Changes all weights at once: Route 53 makes all changes of a batch, or none."""
    labels = {branch["identifier"]: label for label, branch in branches.items()}
    changes = [
        {"Action": "UPSERT", "ResourceRecordSet": {**one, "Weight": new[labels[identifier]]}}
        for (_, identifier), one in sorted(found.items())
        if one["Weight"] != new[labels[identifier]]
    ]
    route53.change_resource_record_sets(
        HostedZoneId=zone, ChangeBatch={"Comment": "adjusted weights", "Changes": changes}
    )


def _normal(name):
    """Lower case, no final dot, and Route 53's spelling of an asterisk."""
    return name.lower().rstrip(".").replace("\\052", "*")
