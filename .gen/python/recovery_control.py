"""Routing controls of Application Recovery Controller, which moto lacks: both APIs.

https://docs.aws.amazon.com/recovery-cluster/latest/api/resources.html configures clusters, control panels,
routing controls, and safety rules. https://docs.aws.amazon.com/routing-control/latest/APIReference/ changes
states, at the endpoints of a cluster. Health checks follow the states.
"""

import json
import os
import uuid
from urllib.parse import unquote

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.route53.responses import Route53
from services import Refused, lacking

ACCOUNT = "123456789012"

# https://docs.aws.amazon.com/r53recovery/latest/dg/introduction-components-routing.html
REGIONS = ("ap-northeast-1", "ap-southeast-2", "eu-west-1", "us-east-1", "us-west-2")
LISTED = {"AssertionRule": "ASSERTION", "GatingRule": "GATING"}
MOST_CHARACTERS = 64  # of each name
METHODS = {"POST": "create", "GET": "describe", "PUT": "update", "DELETE": "delete"}


def conflict(message):
    return Refused("ConflictException", message, 409)


def new_id(digits):
    return uuid.uuid4().hex[:digits]


class Store:
    """Everything that exists, by ARN."""

    def __init__(self):
        self.clusters, self.panels, self.controls, self.rules = {}, {}, {}, {}


STORE = Store()


def find(things, arn):
    if arn not in things:
        raise Refused("ResourceNotFoundException", f"{arn} was not found", 404)
    return things[arn]


def free(name, things, **parent):
    """Checks a new name. Names are unique in what contains them."""
    if not name or len(name) > MOST_CHARACTERS:
        raise Refused("ValidationException", f"A name has 1 to {MOST_CHARACTERS} characters.")
    for other in things.values():
        if other["Name"] == name and all(other[key] == value for key, value in parent.items()):
            raise conflict(f"A resource with the name {name} already exists.")


class Config:
    """The API that configures: REST, in us-west-2 only."""

    def answer(self, request):
        parts = request.path.strip("/").split("/", 1)
        arn = unquote(parts[1]) if len(parts) > 1 else None
        given = json.loads(request.get_data() or b"{}")
        kind = parts[0]
        if arn:
            for listed in ("routingcontrols", "safetyrules"):
                if arn.endswith("/" + listed):
                    return getattr(self, "list_" + listed)(arn[: -len(listed) - 1])
        if kind == "tags" and request.method == "GET":
            return {"Tags": {}}
        if kind == "controlpanels":
            return {"ControlPanels": [self._panel(one) for one in STORE.panels.values() if request.args.get("ClusterArn") in (None, one["ClusterArn"])]}
        if kind == "cluster" and request.method == "GET" and not arn:
            return {"Clusters": list(STORE.clusters.values())}
        action = getattr(self, f"{METHODS.get(request.method)}_{kind}", None)
        if action is None:
            raise lacking(f"{request.method} {request.path}")
        return action(given, arn)

    def create_cluster(self, given, _):
        free(given["ClusterName"], STORE.clusters)
        key = new_id(32)
        arn = f"arn:aws:route53-recovery-control::{ACCOUNT}:cluster/{key}"
        # In AWS, each is https://host-….REGION.example.com/v1. These reach this server.
        port = os.environ["MOTO_PORT"]
        endpoints = [{"Region": one, "Endpoint": f"http://127.0.0.1:{port}/{one}/v1"} for one in REGIONS]
        STORE.clusters[arn] = {"ClusterArn": arn, "Name": given["ClusterName"], "Status": "DEPLOYED", "ClusterEndpoints": endpoints}
        self._add_panel(arn, "DefaultControlPanel", True)
        return {"Cluster": STORE.clusters[arn]}

    def describe_cluster(self, _, arn):
        return {"Cluster": find(STORE.clusters, arn)}

    def delete_cluster(self, _, arn):
        find(STORE.clusters, arn)
        inside = [one for one in STORE.panels.values() if one["ClusterArn"] == arn]
        if any(not one["DefaultControlPanel"] for one in inside):
            raise conflict("The cluster has control panels.")
        for panel in inside:
            del STORE.panels[panel["ControlPanelArn"]]
        del STORE.clusters[arn]
        return {}

    def _add_panel(self, cluster, name, default):
        free(name, STORE.panels, ClusterArn=cluster)
        arn = f"arn:aws:route53-recovery-control::{ACCOUNT}:controlpanel/{new_id(32)}"
        STORE.panels[arn] = {"ControlPanelArn": arn, "ClusterArn": cluster, "Name": name, "DefaultControlPanel": default, "Status": "DEPLOYED"}
        return STORE.panels[arn]

    @staticmethod
    def _panel(panel):
        count = sum(one["ControlPanelArn"] == panel["ControlPanelArn"] for one in STORE.controls.values())
        return {**panel, "RoutingControlCount": count}

    def create_controlpanel(self, given, _):
        find(STORE.clusters, given["ClusterArn"])
        return {"ControlPanel": self._panel(self._add_panel(given["ClusterArn"], given["ControlPanelName"], False))}

    def describe_controlpanel(self, _, arn):
        return {"ControlPanel": self._panel(find(STORE.panels, arn))}

    def update_controlpanel(self, given, _):
        panel = find(STORE.panels, given["ControlPanelArn"])
        free(given["ControlPanelName"], STORE.panels, ClusterArn=panel["ClusterArn"])
        panel["Name"] = given["ControlPanelName"]
        return {"ControlPanel": self._panel(panel)}

    def delete_controlpanel(self, _, arn):
        find(STORE.panels, arn)
        if any(one["ControlPanelArn"] == arn for one in STORE.controls.values()):
            raise conflict("The control panel has routing controls.")
        if any(rule_of(one)["ControlPanelArn"] == arn for one in STORE.rules.values()):
            raise conflict("The control panel has safety rules.")
        del STORE.panels[arn]
        return {}

    def create_routingcontrol(self, given, _):
        default = [arn for arn, one in STORE.panels.items() if one["ClusterArn"] == given["ClusterArn"] and one["DefaultControlPanel"]]
        panel = find(STORE.panels, given.get("ControlPanelArn") or (default + [None])[0])["ControlPanelArn"]
        free(given["RoutingControlName"], STORE.controls, ControlPanelArn=panel)
        arn = f"{panel}/routingcontrol/{new_id(16)}"
        STORE.controls[arn] = {"RoutingControlArn": arn, "ControlPanelArn": panel, "Name": given["RoutingControlName"], "Status": "DEPLOYED", "State": "Off"}
        return self.describe_routingcontrol(given, arn)

    def describe_routingcontrol(self, _, arn):
        return {"RoutingControl": {key: value for key, value in find(STORE.controls, arn).items() if key != "State"}}

    def update_routingcontrol(self, given, _):
        control = find(STORE.controls, given["RoutingControlArn"])
        free(given["RoutingControlName"], STORE.controls, ControlPanelArn=control["ControlPanelArn"])
        control["Name"] = given["RoutingControlName"]
        return self.describe_routingcontrol(given, control["RoutingControlArn"])

    def delete_routingcontrol(self, _, arn):
        find(STORE.controls, arn)
        if any(arn in named(rule_of(one)) for one in STORE.rules.values()):
            raise conflict("A safety rule has the routing control.")
        del STORE.controls[arn]
        return {}

    def list_routingcontrols(self, panel):
        find(STORE.panels, panel)
        return {"RoutingControls": [self.describe_routingcontrol({}, arn)["RoutingControl"] for arn, one in STORE.controls.items() if one["ControlPanelArn"] == panel]}

    def create_safetyrule(self, given, _):
        kind = "AssertionRule" if given.get("AssertionRule") else "GatingRule"
        rule = given[kind]
        panel = find(STORE.panels, rule["ControlPanelArn"])["ControlPanelArn"]
        names = {arn: rule_of(one) for arn, one in STORE.rules.items()}
        free(rule["Name"], names, ControlPanelArn=panel)
        for control in named(rule):
            find(STORE.controls, control)
        arn = f"{panel}/safetyrule/{new_id(16)}"
        STORE.rules[arn] = {kind: {**rule, "SafetyRuleArn": arn, "Status": "DEPLOYED"}}
        return STORE.rules[arn]

    def describe_safetyrule(self, _, arn):
        return find(STORE.rules, arn)

    def update_safetyrule(self, given, _):
        kind = "AssertionRule" if given.get("AssertionRuleUpdate") else "GatingRule"
        update = given.get(kind + "Update") or {}
        rule = find(STORE.rules, update.get("SafetyRuleArn"))
        if not update.get("Name") or update.get("WaitPeriodMs") is None:
            raise Refused("ValidationException", "An update has a name and a wait period.")
        rule[kind].update({key: update[key] for key in ("Name", "WaitPeriodMs")})
        return rule

    def delete_safetyrule(self, _, arn):
        find(STORE.rules, arn)
        del STORE.rules[arn]
        return {}

    def list_safetyrules(self, panel):
        find(STORE.panels, panel)
        return {"SafetyRules": [{LISTED[kind]: one for kind, one in rule.items()} for rule in STORE.rules.values() if rule_of(rule)["ControlPanelArn"] == panel]}


def rule_of(rule):
    return next(iter(rule.values()))


def named(rule):
    return [arn for key in ("AssertedControls", "GatingControls", "TargetControls") for arn in rule.get(key, [])]


class States:
    """The data plane: JSON, at each endpoint of a cluster."""

    def answer(self, request):
        action = request.headers["X-Amz-Target"].split(".")[-1]
        given = json.loads(request.get_data() or b"{}")
        if action == "GetRoutingControlState":
            return self._shown(find(STORE.controls, given["RoutingControlArn"]))
        if action == "ListRoutingControls":
            panel = given.get("ControlPanelArn")
            return {"RoutingControls": [self._listed(one) for one in STORE.controls.values() if panel in (None, one["ControlPanelArn"])]}
        if action == "UpdateRoutingControlState":
            return self._update([given], given.get("SafetyRulesToOverride"))
        if action == "UpdateRoutingControlStates":
            return self._update(given["UpdateRoutingControlStateEntries"], given.get("SafetyRulesToOverride"))
        raise lacking(action)

    @staticmethod
    def _shown(control):
        return {"RoutingControlArn": control["RoutingControlArn"], "RoutingControlName": control["Name"], "RoutingControlState": control["State"]}

    def _listed(self, control):
        panel = STORE.panels[control["ControlPanelArn"]]
        return {**self._shown(control), "ControlPanelArn": panel["ControlPanelArn"], "ControlPanelName": panel["Name"], "Owner": ACCOUNT}

    @staticmethod
    def _update(entries, overridden):
        after = {arn: one["State"] for arn, one in STORE.controls.items()}
        for entry in entries:
            find(STORE.controls, entry["RoutingControlArn"])
            after[entry["RoutingControlArn"]] = entry["RoutingControlState"]
        changed = {arn for arn, state in after.items() if state != STORE.controls[arn]["State"]}
        for arn, rule in STORE.rules.items():
            if arn not in (overridden or []) and violated(rule, after, changed):
                raise conflict(f"The request violates the safety rule {rule_of(rule)['Name']} ({arn}).")
        for arn, state in after.items():
            STORE.controls[arn]["State"] = state
        return {}


def violated(kinds, after, changed):
    """An assertion is about the states after the change, a gate about those before it."""
    kind, rule = next(iter(kinds.items()))
    if kind == "AssertionRule":
        touched, states = rule["AssertedControls"], [after[arn] for arn in rule["AssertedControls"]]
    else:
        touched, states = rule["TargetControls"], [STORE.controls[arn]["State"] for arn in rule["GatingControls"]]
    return bool(changed & set(touched)) and not met(rule["RuleConfig"], states)


def met(config, states):
    on = states.count("On")
    fine = {"ATLEAST": on >= config["Threshold"], "AND": on == len(states), "OR": on >= 1}[config["Type"]]
    return fine != config["Inverted"]


SERVICES = {"route53-recovery-control-config": Config(), "route53-recovery-cluster": States()}


def healthy(checks, check):
    """Whether a health check is healthy: routing controls by their states, and everything that is probed is up."""
    config = check.health_check_config
    fine = True
    if config["Type"] == "RECOVERY_CONTROL":
        control = STORE.controls.get(config.get("RoutingControlArn"))
        fine = control is not None and control["State"] == "On"
    elif config["Type"] == "CALCULATED":
        children = [checks[one] for one in config.get("ChildHealthChecks", []) if one in checks]
        fine = sum(healthy(checks, one) for one in children) >= config["HealthThreshold"]
    return (fine or bool(config.get("Disabled"))) != bool(config.get("Inverted"))


def get_health_check_status(self):
    check = self.backend.get_health_check(self._get_param("HealthCheckId"))
    word = "Success: the check is healthy" if healthy(self.backend.health_checks, check) else "Failure: the check is unhealthy"
    report = {"Status": word, "CheckedTime": utcnow()}
    return ActionResult({"HealthCheckObservations": [{"Region": "us-east-1", "IPAddress": "127.0.0.1", "StatusReport": report}]})


def fill():
    Route53.get_health_check_status = get_health_check_status
