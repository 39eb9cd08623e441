"""What moto lacks of Route 53 VPC Resolver: query logs can be tagged and deleted, rules change, and
AWS chooses the addresses of an endpoint that names none.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53_Resolver.html
"""

import json
from ipaddress import ip_network

from moto.route53resolver.exceptions import ResourceNotFoundException
from moto.route53resolver.models import Route53ResolverBackend
from moto.route53resolver.responses import Route53ResolverResponse

# AWS keeps the first four addresses of a subnet for itself.
RESERVED = 4


def with_addresses(create):
    def create_resolver_endpoint(self, **given):
        taken = {
            one["Ip"]
            for endpoint in self.resolver_endpoints.values()
            for one in endpoint.ip_addresses
        }
        chosen = []
        for one in given["ip_addresses"]:
            if "Ip" not in one:
                one = {**one, "Ip": free(self, one["SubnetId"], taken)}
            taken.add(one["Ip"])
            chosen.append(one)
        return create(self, **{**given, "ip_addresses": chosen})

    return create_resolver_endpoint


def free(backend, subnet, taken):
    """The first free address of the subnet."""
    block = ip_network(backend.ec2_backend.get_subnet(subnet).cidr_block)
    return next(str(ip) for ip in list(block.hosts())[RESERVED:] if str(ip) not in taken)


def with_other_arns(match):
    def _matched_arn(self, resource_arn):
        logs = self.resolver_query_log_configs.values()
        if not any(one.arn == resource_arn for one in logs) and resource_arn not in getattr(self, "firewall_arns", ()):
            match(self, resource_arn)

    return _matched_arn


def delete_resolver_query_log_config(self):
    backend = self.route53resolver_backend
    id_ = self._get_param("ResolverQueryLogConfigId")
    config = backend.resolver_query_log_configs.pop(id_, None)
    if config is None:
        raise ResourceNotFoundException(f"Query log config with ID '{id_}' does not exist.")
    return json.dumps({"ResolverQueryLogConfig": {**config.description(), "Status": "DELETING"}})


def disassociate_resolver_query_log_config(self):
    backend = self.route53resolver_backend
    config, vpc = self._get_param("ResolverQueryLogConfigId"), self._get_param("ResourceId")
    associations = backend.resolver_query_log_config_associations
    for key, one in associations.items():
        if (one.resolver_query_log_config_id, one.resource_id) == (config, vpc):
            del associations[key]
            backend.resolver_query_log_configs[config].association_count -= 1
            return json.dumps({"ResolverQueryLogConfigAssociation": {**one.description(), "Status": "DELETING"}})
    raise ResourceNotFoundException(f"Query log config '{config}' is not associated with '{vpc}'.")


def update_resolver_rule(self):
    rule = self.route53resolver_backend.get_resolver_rule(self._get_param("ResolverRuleId"))
    config = self._get_param("Config")
    rule.name = config.get("Name", rule.name)
    rule.target_ips = config.get("TargetIps", rule.target_ips)
    rule.resolver_endpoint_id = config.get("ResolverEndpointId", rule.resolver_endpoint_id)
    return json.dumps({"ResolverRule": rule.description()})


def fill():
    Route53ResolverBackend.create_resolver_endpoint = with_addresses(Route53ResolverBackend.create_resolver_endpoint)
    Route53ResolverBackend._matched_arn = with_other_arns(Route53ResolverBackend._matched_arn)
    for action in (delete_resolver_query_log_config, disassociate_resolver_query_log_config, update_resolver_rule):
        setattr(Route53ResolverResponse, action.__name__, action)
