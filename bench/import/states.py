"""Terraform states and plans with many records, as `terraform show -json` prints them."""
import json

ZONE = "example.com"
ZONE_ID = "Z0123456789EXAMPLE"


def simple(records):
    """A name per record, with an address of its own."""
    return state([record(i, f"n{i}", [address(i)]) for i in range(records)])


def shared(records):
    """A name per record, all with the same address."""
    return state([record(i, f"n{i}", ["192.0.2.1"]) for i in range(records)])


def weighted(records):
    """Names with five weighted records each."""
    return state(
        [
            record(i, f"w{i // 5}", [address(i)], identifier=f"b{i % 5}", weight=20 + i % 5)
            for i in range(records)
        ]
    )


def checked(records):
    """Names with a failover pair; each primary record has its own health check."""
    resources = []
    for i in range(0, records, 2):
        resources.append(check(i))
        resources.append(record(i, f"f{i}", [address(i)], identifier="p", failover="PRIMARY", check=f"hc-{i}"))
        resources.append(record(i + 1, f"f{i}", [address(i + 1)], identifier="s", failover="SECONDARY"))
    return state(resources)


def broken(records):
    """One record per name; Meridian leaves out each name, for one of several reasons."""
    reasons = [
        lambda i: record(i, f"b{i}", [f"host{i}.example.net"], kind="A"),
        lambda i: record(i, f"b{i}", [address(i)], ttl=-1 - i),
        lambda i: record(i, f"b{i}.*", [address(i)]),
        lambda i: record(i, f"b{i}", None, alias=f"missing{i}.{ZONE}"),
        lambda i: record(i, f"b{i}", [address(i)], identifier="a", weight=1, check=f"gone-{i}"),
        lambda i: record(i, f"b{i}", [address(i)], identifier="a", failover="SECONDARY"),
        lambda i: record(i, f"b{i}", [address(i), address(i + 1)], identifier="a", multivalue=True),
        lambda i: record(i, f"b{i}", [f"not a host {i}"], kind="CNAME"),
        lambda i: record(i, f"b{i}", [f"{'x' * 64}.example.net"], kind="CNAME"),
        lambda i: record(i, f"b{i}", [f"10 mx{i}.example.net"], kind="MX"),
    ]
    return state([record(records, "good", ["192.0.2.1"])] + [reasons[i % len(reasons)](i) for i in range(records)])


def planned(records):
    """A plan for checked records in a module; only the configuration says which health check a record has."""
    changes, configured = [change("aws_route53_zone.main", {"name": ZONE, "vpc": []}, ["id", "zone_id", "name_servers"])], []
    for i in range(records):
        probe, answer = check(i), record(i, f"n{i}", [address(i)])
        for resource, unknown in ((probe, ["id"]), (answer, ["id", "zone_id", "health_check_id"])):
            values = {key: value for key, value in resource["values"].items() if key not in unknown}
            changes.append(change(resource["address"], values, unknown, "module.dns"))
        arguments = {"zone_id": ["var.zone_id"], "health_check_id": [f"{probe['address']}.id", probe["address"]]}
        configured += [configuration(probe["address"], {}), configuration(answer["address"], arguments)]
    caller = {"zone_id": {"references": ["aws_route53_zone.main.zone_id", "aws_route53_zone.main"]}}
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.0",
        "planned_values": {"root_module": {}},
        "resource_changes": changes,
        "configuration": {
            "root_module": {
                "resources": [configuration("aws_route53_zone.main", {})],
                "module_calls": {"dns": {"expressions": caller, "module": {"resources": configured}}},
            }
        },
    }


def change(address, after, unknown, module=None):
    kind, name = address.split(".")
    return {
        "address": f"{module}.{address}" if module else address,
        **({"module_address": module} if module else {}),
        "mode": "managed",
        "type": kind,
        "name": name,
        "change": {
            "actions": ["create"],
            "before": None,
            "after": after,
            "after_unknown": {attribute: True for attribute in unknown},
        },
    }


def configuration(address, arguments):
    kind, name = address.split(".")
    return {
        "address": address,
        "mode": "managed",
        "type": kind,
        "name": name,
        "expressions": {argument: {"references": references} for argument, references in arguments.items()},
    }


def address(number):
    return f"52.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def record(number, name, values, kind="A", ttl=60, identifier=None, weight=None, failover=None, check=None,
           multivalue=None, alias=None):
    return {
        "address": f"aws_route53_record.r{number}",
        "mode": "managed",
        "type": "aws_route53_record",
        "name": f"r{number}",
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "schema_version": 2,
        "values": {
            "alias": [{"name": alias, "zone_id": ZONE_ID, "evaluate_target_health": True}] if alias else [],
            "cidr_routing_policy": [],
            "failover_routing_policy": [{"type": failover}] if failover else [],
            "fqdn": f"{name}.{ZONE}",
            "geolocation_routing_policy": [],
            "geoproximity_routing_policy": [],
            "health_check_id": check or "",
            "id": f"{ZONE_ID}_{name}.{ZONE}_{kind}" + (f"_{identifier}" if identifier else ""),
            "latency_routing_policy": [],
            "multivalue_answer_routing_policy": multivalue or False,
            "name": f"{name}.{ZONE}",
            "records": values,
            "set_identifier": identifier or "",
            "ttl": None if alias else ttl,
            "type": kind,
            "weighted_routing_policy": [] if weight is None else [{"weight": weight}],
            "zone_id": ZONE_ID,
        },
    }


def check(number):
    return {
        "address": f"aws_route53_health_check.c{number}",
        "mode": "managed",
        "type": "aws_route53_health_check",
        "name": f"c{number}",
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "schema_version": 0,
        "values": {
            "id": f"hc-{number}",
            "type": "HTTPS",
            "ip_address": address(number),
            "fqdn": ZONE,
            "port": 443,
            "resource_path": "/health",
            "failure_threshold": 3,
            "request_interval": 30,
            "tags": {"Name": f"check {number}"},
        },
    }


def state(resources):
    zone = {
        "address": "aws_route53_zone.main",
        "mode": "managed",
        "type": "aws_route53_zone",
        "name": "main",
        "provider_name": "registry.terraform.io/hashicorp/aws",
        "schema_version": 0,
        "values": {"id": ZONE_ID, "zone_id": ZONE_ID, "name": ZONE, "vpc": []},
    }
    return {
        "format_version": "1.0",
        "terraform_version": "1.9.0",
        "values": {"root_module": {"resources": [zone] + resources}},
    }


KINDS = {"simple": simple, "shared": shared, "weighted": weighted, "checked": checked, "broken": broken, "planned": planned}


def write(path, kind, records):
    path.write_text(json.dumps(KINDS[kind](records)))
