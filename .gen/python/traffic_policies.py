"""Traffic policies, their versions and instances, and the record sets that instances answer with.

moto has none of it. Documents are checked as AWS documents them, and an instance is expanded into
record sets, which a listing of the zone does not show: it has only the name, the type, and the
instance's ID. They are checked against Route 53's rules all the same.

https://docs.aws.amazon.com/Route53/latest/APIReference/api-policies-traffic-policy-document-format.html
"""

import json
import uuid

from moto.core.responses import ActionResult, EmptyResult
from moto.route53 import urls
from moto.route53.exceptions import Route53ClientError
from moto.route53.responses import Route53
from record_rules import problems
from record_sets import StoredRecordSet, canonical, domain_name

FORMATS = ("2015-10-01", "2023-05-09")
TYPES = {
    "value",
    "cloudfront",
    "elastic-load-balancer",
    "application-load-balancer",
    "network-load-balancer",
    "elastic-beanstalk",
    "s3-website",
}
LISTS = {
    "geo": "Locations",
    "geoproximity": "GeoproximityLocations",
    "latency": "Regions",
    "multivalue": "Items",
    "weighted": "Items",
}
# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html#limits-api-entities-traffic-flow
CHARACTERS = 102400
POLICIES = 50
VERSIONS = 1000
INSTANCES = 5


class TrafficPolicyError(Route53ClientError):
    """With one of the API's codes, which determines the status."""


class NoSuchTrafficPolicy(Route53ClientError):
    def __init__(self):
        super().__init__("NoSuchTrafficPolicy", "No traffic policy exists with the specified ID.")


class NoSuchTrafficPolicyInstance(Route53ClientError):
    def __init__(self):
        super().__init__(
            "NoSuchTrafficPolicyInstance", "No traffic policy instance exists with the specified ID."
        )


def refuse(message):
    raise TrafficPolicyError("InvalidTrafficPolicyDocument", message)


class Document:
    """A document that AWS would accept."""

    def __init__(self, text):
        if len(text) > CHARACTERS:
            refuse(f"The document has more than {CHARACTERS} characters.")
        try:
            self.tree = json.loads(text)
        except ValueError as wrong:
            refuse(f"The document is not JSON: {wrong}")
        if self.tree.get("AWSPolicyFormatVersion") not in FORMATS:
            refuse("AWSPolicyFormatVersion is missing or not known.")
        self.type = self.tree.get("RecordType") or refuse("RecordType is missing.")
        self.endpoints = self.tree.get("Endpoints", {})
        self.rules = self.tree.get("Rules", {})
        for name, endpoint in self.endpoints.items():
            if endpoint.get("Type") not in TYPES or not endpoint.get("Value"):
                refuse(f"The endpoint {name} has no known Type, or no Value.")
        for name, rule in self.rules.items():
            for _, branch in branches(name, rule):
                self._reference(name, rule, branch)
        self._start()

    def _reference(self, name, rule, branch):
        target, endpoint = branch.get("RuleReference"), branch.get("EndpointReference")
        if (target is None) == (endpoint is None):
            refuse(f"A branch of {name} needs one of RuleReference and EndpointReference.")
        if target is not None and rule["RuleType"] == "multivalue":
            refuse(f"{name} is a multivalue rule, so its branches are endpoints.")
        if target is not None and target not in self.rules:
            refuse(f"{name} refers to the rule {target}, which does not exist.")
        if endpoint is not None and endpoint not in self.endpoints:
            refuse(f"{name} refers to the endpoint {endpoint}, which does not exist.")

    def _start(self):
        rule, endpoint = self.tree.get("StartRule"), self.tree.get("StartEndpoint")
        if (rule is None) == (endpoint is None):
            refuse("The document needs one of StartRule and StartEndpoint.")
        if endpoint is not None and endpoint not in self.endpoints:
            refuse(f"StartEndpoint {endpoint} does not exist.")
        if rule is not None:
            self._walk(rule, ())

    def _walk(self, name, above):
        if name not in self.rules:
            refuse(f"StartRule {name} does not exist.")
        if name in above:
            refuse(f"The rule {name} leads to itself.")
        for _, branch in branches(name, self.rules[name]):
            if "RuleReference" in branch:
                self._walk(branch["RuleReference"], (*above, name))

    def record_sets(self, name, zone_id, ttl, instance):
        """The record sets of an instance, as Route 53 would make them; hidden names are invented."""
        if "StartEndpoint" in self.tree:
            answer = self._leaf(self.endpoints[self.tree["StartEndpoint"]], {}, ttl)
            return [{"Name": name, "Type": self.type, **answer}]
        made, waiting, seen = [], [(self.tree["StartRule"], name)], set()
        while waiting:
            rule, at = waiting.pop(0)
            if rule in seen:
                continue
            seen.add(rule)
            for number, (role, branch) in enumerate(branches(rule, self.rules[rule])):
                record = {"Name": at, "Type": self.type, "SetIdentifier": f"{rule}-{number}"}
                record.update(policy(self.rules[rule]["RuleType"], role, branch))
                if branch.get("HealthCheck"):
                    record["HealthCheckId"] = branch["HealthCheck"]
                if "RuleReference" in branch:
                    below = f"{branch['RuleReference']}.{instance}.{name}".lower()
                    waiting.append((branch["RuleReference"], below))
                    record["AliasTarget"] = {
                        "HostedZoneId": zone_id,
                        "DNSName": below,
                        "EvaluateTargetHealth": truth(branch.get("EvaluateTargetHealth")),
                    }
                else:
                    endpoint = self.endpoints[branch["EndpointReference"]]
                    record.update(self._leaf(endpoint, branch, ttl))
                made.append(record)
        return made

    @staticmethod
    def _leaf(endpoint, branch, ttl):
        if endpoint["Type"] == "value":
            return {"TTL": ttl, "ResourceRecords": [{"Value": endpoint["Value"]}]}
        return {
            "AliasTarget": {
                "HostedZoneId": endpoint["Type"],  # the services' own zones are not looked up
                "DNSName": endpoint["Value"],
                "EvaluateTargetHealth": truth(branch.get("EvaluateTargetHealth")),
            }
        }


def branches(name, rule):
    """The branches of a rule, with the role of each one in a failover rule."""
    kind = rule.get("RuleType")
    if kind == "failover":
        found = [(role, rule[role]) for role in ("Primary", "Secondary") if role in rule]
    elif kind in LISTS:
        found = [(None, branch) for branch in rule.get(LISTS[kind], [])]
    else:
        refuse(f"{name} has the RuleType {kind}, which is not known.")
    return found or refuse(f"The {kind} rule {name} has no branches.")


def truth(value):
    return str(value).lower() == "true"


def policy(kind, role, branch):
    """The routing policy of the record set of a branch."""
    if kind == "failover":
        return {"Failover": role.upper()}
    if kind == "weighted":
        return {"Weight": int(branch["Weight"])}
    if kind == "latency":
        return {"Region": branch["Region"]}
    if kind == "multivalue":
        return {"MultiValueAnswer": True}
    if kind == "geoproximity":
        place = {"Bias": int(branch.get("Bias", 0))}
        if "Latitude" in branch:
            place["Coordinates"] = {key: str(branch[key]) for key in ("Latitude", "Longitude")}
        else:
            place["AWSRegion"] = branch["Region"].removeprefix("aws:route53:")
        return {"GeoProximityLocation": place}
    if truth(branch.get("IsDefault")):
        return {"GeoLocation": {"CountryCode": "*"}}
    codes = {"Continent": "ContinentCode", "Country": "CountryCode", "Subdivision": "SubdivisionCode"}
    return {"GeoLocation": {code: branch[key] for key, code in codes.items() if key in branch}}


class Store:
    """The policies and instances of an account."""

    def __init__(self):
        self.policies = {}  # by ID, the versions from the oldest
        self.instances = {}

    def version(self, policy_id, number):
        for one in self.policies.get(policy_id, []):
            if one["Version"] == number:
                return one
        raise NoSuchTrafficPolicy()


def store(response):
    backend = response.backend
    if not hasattr(backend, "traffic_policies"):
        backend.traffic_policies = Store()
    return backend.traffic_policies


def expanded(response, instance):
    """The record sets of an instance. A health check that does not exist is refused."""
    found = store(response).version(instance["TrafficPolicyId"], instance["TrafficPolicyVersion"])
    records = Document(found["Document"]).record_sets(
        domain_name(instance["Name"]), instance["HostedZoneId"], instance["TTL"], instance["Id"]
    )
    for record in records:
        check = record.get("HealthCheckId")
        if check and check not in response.backend.health_checks:
            raise TrafficPolicyError("InvalidInput", f"The health check {check} does not exist.")
    made, wrong = [], []
    for record in map(canonical, reversed(records)):  # targets first
        wrong += problems(record, response.backend.get_hosted_zone(instance["HostedZoneId"]), made, response.backend)
        made.append(record)
    if wrong:
        raise TrafficPolicyError("InvalidInput", f"[{', '.join(wrong)}]")
    return made[::-1]


def location(kind, *ids):
    return "https://route53.amazonaws.com/2013-04-01/" + "/".join([kind, *map(str, ids)])


def create_traffic_policy(self):
    name, text = self._get_param("Name"), self._get_param("Document")
    document = Document(text)
    known = store(self).policies
    if any(versions[0]["Name"] == name for versions in known.values()):
        raise TrafficPolicyError(
            "TrafficPolicyAlreadyExists",
            "A traffic policy that has the same value for Name already exists.",
        )
    if len(known) >= POLICIES:
        raise TrafficPolicyError("TooManyTrafficPolicies", f"{POLICIES} traffic policies exist.")
    made = {
        "Id": str(uuid.uuid4()),
        "Version": 1,
        "Name": name,
        "Type": document.type,
        "Document": text,
        "Comment": self._get_param("Comment"),
    }
    known[made["Id"]] = [made]
    return ActionResult({"TrafficPolicy": made, "Location": location("trafficpolicy", made["Id"], 1)})


def create_traffic_policy_version(self):
    versions = store(self).policies.get(self._get_param("Id"))
    if not versions:
        raise NoSuchTrafficPolicy()
    if len(versions) >= VERSIONS:
        raise TrafficPolicyError("TooManyTrafficPolicyVersionsForCurrentPolicy", f"{VERSIONS} versions exist.")
    text = self._get_param("Document")
    made = {
        **versions[-1],
        "Version": versions[-1]["Version"] + 1,
        "Type": Document(text).type,
        "Document": text,
        "Comment": self._get_param("Comment"),
    }
    versions.append(made)
    where = location("trafficpolicy", made["Id"], made["Version"])
    return ActionResult({"TrafficPolicy": made, "Location": where})


def get_traffic_policy(self):
    found = store(self).version(self._get_param("Id"), self._get_int_param("Version"))
    return ActionResult({"TrafficPolicy": found})


def update_traffic_policy_comment(self):
    found = store(self).version(self._get_param("Id"), self._get_int_param("Version"))
    found["Comment"] = self._get_param("Comment")
    return ActionResult({"TrafficPolicy": found})


def delete_traffic_policy(self):
    kept = store(self)
    found = kept.version(self._get_param("Id"), self._get_int_param("Version"))
    used = [(one["TrafficPolicyId"], one["TrafficPolicyVersion"]) for one in kept.instances.values()]
    if (found["Id"], found["Version"]) in used:
        raise TrafficPolicyError(
            "TrafficPolicyInUse",
            "One or more traffic policy instances were created by using the specified traffic policy.",
        )
    kept.policies[found["Id"]].remove(found)
    if not kept.policies[found["Id"]]:
        del kept.policies[found["Id"]]
    return EmptyResult()


def list_traffic_policies(self):
    summaries = [
        {
            "Id": policy_id,
            "Name": versions[0]["Name"],
            "Type": versions[-1]["Type"],
            "LatestVersion": versions[-1]["Version"],
            "TrafficPolicyCount": len(versions),
        }
        for policy_id, versions in sorted(store(self).policies.items())
    ]
    return ActionResult(
        {"TrafficPolicySummaries": summaries, "IsTruncated": False, "TrafficPolicyIdMarker": "", "MaxItems": "100"}
    )


def list_traffic_policy_versions(self):
    versions = store(self).policies.get(self._get_param("Id"))
    if not versions:
        raise NoSuchTrafficPolicy()
    return ActionResult(
        {
            "TrafficPolicies": versions[::-1],
            "IsTruncated": False,
            "TrafficPolicyVersionMarker": "",
            "MaxItems": "100",
        }
    )


def listed(instance):
    """What a listing of the zone shows: the name, the type, and the ID of the instance."""
    fields = {"Name": instance["Name"], "Type": instance["TrafficPolicyType"]}
    return StoredRecordSet({**fields, "TrafficPolicyInstanceId": instance["Id"]})


def create_traffic_policy_instance(self):
    kept = store(self)
    zone = self.backend.get_hosted_zone(self._get_param("HostedZoneId"))
    found = kept.version(self._get_param("TrafficPolicyId"), self._get_int_param("TrafficPolicyVersion"))
    name = domain_name(self._get_param("Name"))
    if zone.private_zone:
        raise TrafficPolicyError("InvalidInput", "A private hosted zone has no traffic policy instances.")
    if any(one.name == name and one.type in (found["Type"], "CNAME") for one in zone.rrsets):
        raise TrafficPolicyError(
            "TrafficPolicyInstanceAlreadyExists",
            f"There is already a traffic policy instance or a record {name} {found['Type']}.",
        )
    if len(kept.instances) >= INSTANCES:
        raise TrafficPolicyError("TooManyTrafficPolicyInstances", f"{INSTANCES} instances exist.")
    instance = {
        "Id": str(uuid.uuid4()),
        "HostedZoneId": zone.resource_id,
        "Name": name,
        "TTL": self._get_int_param("TTL"),
        "State": "Applied",
        "Message": "",
        "TrafficPolicyId": found["Id"],
        "TrafficPolicyVersion": found["Version"],
        "TrafficPolicyType": found["Type"],
    }
    instance["record_sets"] = expanded(self, instance)
    kept.instances[instance["Id"]] = instance
    zone.rrsets.append(listed(instance))
    return shown(instance, location("trafficpolicyinstance", instance["Id"]))


def shown(instance, where=None):
    fields = {key: value for key, value in instance.items() if key != "record_sets"}
    result = {"TrafficPolicyInstance": fields}
    if where:
        result["Location"] = where
    return ActionResult(result)


def instance_of(self):
    found = store(self).instances.get(self._get_param("Id"))
    if not found:
        raise NoSuchTrafficPolicyInstance()
    return found


def get_traffic_policy_instance(self):
    return shown(instance_of(self))


def update_traffic_policy_instance(self):
    """The old record sets answer until the new ones are complete."""
    instance = instance_of(self)
    policy_id, number = self._get_param("TrafficPolicyId"), self._get_int_param("TrafficPolicyVersion")
    if store(self).version(policy_id, number)["Type"] != instance["TrafficPolicyType"]:
        raise TrafficPolicyError("ConflictingTypes", "The traffic policy version has another DNS type.")
    after = {
        **instance,
        "TTL": self._get_int_param("TTL"),
        "TrafficPolicyId": policy_id,
        "TrafficPolicyVersion": number,
    }
    after["record_sets"] = expanded(self, after)
    instance.update(after)
    return shown(instance)


def delete_traffic_policy_instance(self):
    instance = instance_of(self)
    zone = self.backend.get_hosted_zone(instance["HostedZoneId"])
    zone.rrsets = [
        one
        for one in zone.rrsets
        if one.asked.get("TrafficPolicyInstanceId") != instance["Id"]
    ]
    del store(self).instances[instance["Id"]]
    return EmptyResult()


def instances(self, keep):
    found = [
        {key: value for key, value in one.items() if key != "record_sets"}
        for one in store(self).instances.values()
        if keep(one)
    ]
    return ActionResult({"TrafficPolicyInstances": found, "IsTruncated": False, "MaxItems": "100"})


def list_traffic_policy_instances(self):
    return instances(self, lambda one: True)


def list_traffic_policy_instances_by_hosted_zone(self):
    zone = (self._get_param("HostedZoneId") or self.querystring["id"][0]).split("/")[-1]
    return instances(self, lambda one: one["HostedZoneId"] == zone)


def list_traffic_policy_instances_by_policy(self):
    policy_id, number = self._get_param("TrafficPolicyId"), self._get_int_param("TrafficPolicyVersion")
    return instances(
        self, lambda one: (one["TrafficPolicyId"], one["TrafficPolicyVersion"]) == (policy_id, number)
    )


def get_traffic_policy_instance_count(self):
    return ActionResult({"TrafficPolicyInstanceCount": len(store(self).instances)})


ACTIONS = (
    create_traffic_policy,
    create_traffic_policy_version,
    get_traffic_policy,
    update_traffic_policy_comment,
    delete_traffic_policy,
    list_traffic_policies,
    list_traffic_policy_versions,
    create_traffic_policy_instance,
    get_traffic_policy_instance,
    update_traffic_policy_instance,
    delete_traffic_policy_instance,
    list_traffic_policy_instances,
    list_traffic_policy_instances_by_hosted_zone,
    list_traffic_policy_instances_by_policy,
    get_traffic_policy_instance_count,
)
PATHS = (
    "trafficpolicy$",
    "trafficpolicies$",
    "trafficpolicy/(?P<policy>[^/]+)$",
    "trafficpolicy/(?P<policy>[^/]+)/(?P<version>[^/]+)$",
    "trafficpolicies/(?P<policy>[^/]+)/versions$",
    "trafficpolicyinstance$",
    "trafficpolicyinstance/(?P<instance>[^/]+)$",
    "trafficpolicyinstancecount$",
    "trafficpolicyinstances$",
    "trafficpolicyinstances/hostedzone$",
    "trafficpolicyinstances/trafficpolicy$",
)


def fill():
    prefix = r"{0}/(?P<api_version>[\d_-]+)/"
    urls.url_paths.pop(prefix + "trafficpolicyinstances/*", None)
    for path in PATHS:
        urls.url_paths[prefix + path] = Route53.dispatch
    for action in ACTIONS:
        setattr(Route53, action.__name__, action)
