"""Route 53 Resolver DNS Firewall, which moto lacks.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53_Resolver.html
The texts of errors are not known; their codes are those of AWS's description of its API.
"""

import json
import uuid

from moto.core.exceptions import JsonRESTError
from moto.route53resolver.exceptions import ResourceNotFoundException
from moto.route53resolver.responses import Route53ResolverResponse

COMPLETE = "COMPLETE"


class Conflict(JsonRESTError):
    def __init__(self, message):
        super().__init__("ConflictException", message)


class Firewalls:
    """The firewall resources of an account and Region, by ID, each as responses show it."""

    def __init__(self):
        self.lists, self.domains = {}, {}
        self.groups, self.rules = {}, {}
        self.associations = {}

    @staticmethod
    def of(resolver):
        backend = resolver.route53resolver_backend
        if not hasattr(backend, "firewalls"):
            backend.firewalls, backend.firewall_arns = Firewalls(), set()
        return backend.firewalls


def get(kind, id_):
    if id_ not in kind:
        raise ResourceNotFoundException(f"Firewall resource with ID '{id_}' does not exist.")
    return kind[id_]


def created(resolver, prefix, type_, **fields):
    """A new resource with an ID and an ARN, which can have tags."""
    id_ = f"{prefix}-{uuid.uuid4().hex[:17]}"
    backend = resolver.route53resolver_backend
    arn = f"arn:aws:route53resolver:{resolver.region}:{resolver.current_account}:{type_}/{id_}"
    backend.firewall_arns.add(arn)
    tags = resolver._get_param("Tags", [])
    if tags:
        backend.tagger.tag_resource(arn, tags)
    return {"Id": id_, "Arn": arn, "Status": COMPLETE, **fields}


def create_firewall_domain_list(self):
    firewalls = Firewalls.of(self)
    made = created(self, "rslvr-fdl", "firewall-domain-list", Name=self._get_param("Name"), DomainCount=0)
    firewalls.lists[made["Id"]], firewalls.domains[made["Id"]] = made, []
    return json.dumps({"FirewallDomainList": made})


def get_firewall_domain_list(self):
    return json.dumps({"FirewallDomainList": get(Firewalls.of(self).lists, self._get_param("FirewallDomainListId"))})


def list_firewall_domain_lists(self):
    return json.dumps({"FirewallDomainLists": list(Firewalls.of(self).lists.values())})


def update_firewall_domains(self):
    firewalls = Firewalls.of(self)
    id_ = self._get_param("FirewallDomainListId")
    named, given = get(firewalls.lists, id_), self._get_param("Domains")
    kept = [] if self._get_param("Operation") == "REPLACE" else [one for one in firewalls.domains[id_] if one not in given]
    firewalls.domains[id_] = kept if self._get_param("Operation") == "REMOVE" else kept + given
    named["DomainCount"] = len(firewalls.domains[id_])
    return json.dumps({"Id": id_, "Name": named["Name"], "Status": COMPLETE})


def list_firewall_domains(self):
    return json.dumps({"Domains": get(Firewalls.of(self).domains, self._get_param("FirewallDomainListId"))})


def delete_firewall_domain_list(self):
    firewalls = Firewalls.of(self)
    id_ = self._get_param("FirewallDomainListId")
    named = get(firewalls.lists, id_)
    if any(rule["FirewallDomainListId"] == id_ for rules in firewalls.rules.values() for rule in rules):
        raise Conflict(f"The domain list '{id_}' is used by a rule.")
    del firewalls.lists[id_], firewalls.domains[id_]
    return json.dumps({"FirewallDomainList": {**named, "Status": "DELETING"}})


def create_firewall_rule_group(self):
    firewalls = Firewalls.of(self)
    made = created(
        self,
        "rslvr-frg",
        "firewall-rule-group",
        Name=self._get_param("Name"),
        OwnerId=self.current_account,
        RuleCount=0,
        ShareStatus="NOT_SHARED",
    )
    firewalls.groups[made["Id"]], firewalls.rules[made["Id"]] = made, []
    return json.dumps({"FirewallRuleGroup": made})


def get_firewall_rule_group(self):
    return json.dumps({"FirewallRuleGroup": get(Firewalls.of(self).groups, self._get_param("FirewallRuleGroupId"))})


def list_firewall_rule_groups(self):
    return json.dumps({"FirewallRuleGroups": list(Firewalls.of(self).groups.values())})


def delete_firewall_rule_group(self):
    firewalls = Firewalls.of(self)
    id_ = self._get_param("FirewallRuleGroupId")
    group = get(firewalls.groups, id_)
    if firewalls.rules[id_] or any(one["FirewallRuleGroupId"] == id_ for one in firewalls.associations.values()):
        raise Conflict(f"The rule group '{id_}' has rules or is associated with a VPC.")
    del firewalls.groups[id_], firewalls.rules[id_]
    return json.dumps({"FirewallRuleGroup": {**group, "Status": "DELETING"}})


RULE_FIELDS = (
    "FirewallRuleGroupId",
    "FirewallDomainListId",
    "Name",
    "Priority",
    "Action",
    "BlockResponse",
    "BlockOverrideDomain",
    "BlockOverrideDnsType",
    "BlockOverrideTtl",
    "FirewallDomainRedirectionAction",
    "Qtype",
)


def written(resolver):
    fields = {field: resolver._get_param(field) for field in RULE_FIELDS}
    return {field: value for field, value in fields.items() if value is not None}


def create_firewall_rule(self):
    firewalls = Firewalls.of(self)
    rule = {"FirewallDomainRedirectionAction": "INSPECT_REDIRECTION_DOMAIN", **written(self)}
    rules = get(firewalls.rules, rule["FirewallRuleGroupId"])
    get(firewalls.lists, rule["FirewallDomainListId"])
    if any(one["Priority"] == rule["Priority"] for one in rules):
        raise Conflict(f"The priority {rule['Priority']} is taken in the rule group.")
    rules.append(rule)
    firewalls.groups[rule["FirewallRuleGroupId"]]["RuleCount"] = len(rules)
    return json.dumps({"FirewallRule": rule})


def same(resolver):
    """The rule with the group and the domain list of the request."""
    rules = get(Firewalls.of(resolver).rules, resolver._get_param("FirewallRuleGroupId"))
    list_ = resolver._get_param("FirewallDomainListId")
    for rule in rules:
        if rule["FirewallDomainListId"] == list_:
            return rules, rule
    raise ResourceNotFoundException(f"The rule group has no rule for the domain list '{list_}'.")


def update_firewall_rule(self):
    _, rule = same(self)
    rule.update(written(self))
    return json.dumps({"FirewallRule": rule})


def delete_firewall_rule(self):
    rules, rule = same(self)
    rules.remove(rule)
    Firewalls.of(self).groups[rule["FirewallRuleGroupId"]]["RuleCount"] = len(rules)
    return json.dumps({"FirewallRule": rule})


def list_firewall_rules(self):
    return json.dumps({"FirewallRules": get(Firewalls.of(self).rules, self._get_param("FirewallRuleGroupId"))})


def associate_firewall_rule_group(self):
    firewalls = Firewalls.of(self)
    group, vpc = self._get_param("FirewallRuleGroupId"), self._get_param("VpcId")
    get(firewalls.groups, group)
    if any((one["FirewallRuleGroupId"], one["VpcId"]) == (group, vpc) for one in firewalls.associations.values()):
        raise Conflict(f"The rule group '{group}' is already associated with '{vpc}'.")
    made = created(
        self,
        "rslvr-frgassoc",
        "firewall-rule-group-association",
        FirewallRuleGroupId=group,
        VpcId=vpc,
        Name=self._get_param("Name"),
        Priority=self._get_param("Priority"),
        MutationProtection=self._get_param("MutationProtection") or "DISABLED",
    )
    firewalls.associations[made["Id"]] = made
    return json.dumps({"FirewallRuleGroupAssociation": made})


def association(resolver):
    id_ = resolver._get_param("FirewallRuleGroupAssociationId")
    return get(Firewalls.of(resolver).associations, id_)


def get_firewall_rule_group_association(self):
    return json.dumps({"FirewallRuleGroupAssociation": association(self)})


def list_firewall_rule_group_associations(self):
    return json.dumps({"FirewallRuleGroupAssociations": list(Firewalls.of(self).associations.values())})


def update_firewall_rule_group_association(self):
    changed = association(self)
    for field in ("Name", "Priority", "MutationProtection"):
        if self._get_param(field) is not None:
            changed[field] = self._get_param(field)
    return json.dumps({"FirewallRuleGroupAssociation": changed})


def disassociate_firewall_rule_group(self):
    ended = association(self)
    del Firewalls.of(self).associations[ended["Id"]]
    return json.dumps({"FirewallRuleGroupAssociation": {**ended, "Status": "DELETING"}})


ACTIONS = (
    create_firewall_domain_list,
    get_firewall_domain_list,
    list_firewall_domain_lists,
    update_firewall_domains,
    list_firewall_domains,
    delete_firewall_domain_list,
    create_firewall_rule_group,
    get_firewall_rule_group,
    list_firewall_rule_groups,
    delete_firewall_rule_group,
    create_firewall_rule,
    update_firewall_rule,
    delete_firewall_rule,
    list_firewall_rules,
    associate_firewall_rule_group,
    get_firewall_rule_group_association,
    list_firewall_rule_group_associations,
    update_firewall_rule_group_association,
    disassociate_firewall_rule_group,
)


def fill():
    for action in ACTIONS:
        setattr(Route53ResolverResponse, action.__name__, action)
