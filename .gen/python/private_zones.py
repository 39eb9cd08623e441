"""Private hosted zones with VPCs of several Regions and accounts, which moto knows only in part.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html
moto takes a zone for public unless HostedZoneConfig says otherwise; on AWS, a zone that is created
with a VPC is private. moto has no authorizations, and looks for a zone in the caller's account only.
"""

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.route53 import urls
from moto.route53.exceptions import NoSuchHostedZone, Route53ClientError
from moto.route53.models import route53_backends
from moto.route53.responses import Route53

PATHS = ("authorizevpcassociation$", "deauthorizevpcassociation$")


class NotAuthorized(Route53ClientError):
    code = 401

    def __init__(self):
        super().__init__(
            "NotAuthorizedException",
            "Associating the specified VPC with the specified hosted zone has not been authorized.",
        )


class AuthorizationNotFound(Route53ClientError):
    code = 404

    def __init__(self):
        super().__init__(
            "VPCAssociationAuthorizationNotFound",
            "The VPC that you specified is not authorized to be associated with the hosted zone.",
        )


class LastVpc(Route53ClientError):
    def __init__(self):
        super().__init__(
            "LastVPCAssociation",
            "The VPC that you're trying to disassociate from the private hosted zone is the last VPC.",
        )


class PublicZone(Route53ClientError):
    def __init__(self):
        super().__init__(
            "PublicZoneVPCAssociation",
            "You're trying to associate a VPC with a public hosted zone.",
        )


def found(id_):
    """The account of the zone, and the zone, in any account."""
    id_ = id_.removeprefix("/hostedzone/")
    for account, partitions in route53_backends.items():
        for backend in partitions.values():
            if id_ in backend.zones:
                return account, backend.zones[id_]
    raise NoSuchHostedZone(host_zone_id=id_)


def authorized(zone):
    """The VPCs of other accounts that can be associated with the zone."""
    if not hasattr(zone, "authorized"):
        zone.authorized = []
    return zone.authorized


def asked(route53):
    return {"vpc_id": route53._get_param("VPC.VPCId"), "vpc_region": route53._get_param("VPC.VPCRegion")}


def shown(vpc):
    return {"VPCId": vpc["vpc_id"], "VPCRegion": vpc["vpc_region"]}


def changed():
    return ActionResult({"ChangeInfo": {"Id": "/change/C1PA6795UKMFR9", "Status": "INSYNC", "SubmittedAt": utcnow()}})


def private_with_a_vpc(create):
    def create_hosted_zone(self):
        if self._get_param("VPC.VPCId"):
            self.params.setdefault("HostedZoneConfig", {})["PrivateZone"] = True
        return create(self)

    return create_hosted_zone


def create_vpc_association_authorization(self):
    _, zone = found(self._get_param("HostedZoneId"))
    vpc = asked(self)
    if vpc not in authorized(zone):
        authorized(zone).append(vpc)
    return ActionResult({"HostedZoneId": zone.resource_id, "VPC": shown(vpc)})


def delete_vpc_association_authorization(self):
    _, zone = found(self._get_param("HostedZoneId"))
    vpc = asked(self)
    if vpc not in authorized(zone):
        raise AuthorizationNotFound()
    authorized(zone).remove(vpc)
    return ActionResult({})


def list_vpc_association_authorizations(self):
    _, zone = found(self._get_param("HostedZoneId"))
    return ActionResult({"HostedZoneId": zone.resource_id, "VPCs": [shown(vpc) for vpc in authorized(zone)]})


def associate_vpc_with_hosted_zone(self):
    owner, zone = found(self._get_param("HostedZoneId"))
    vpc = asked(self)
    if not zone.private_zone:
        raise PublicZone()
    if owner != self.current_account and vpc not in authorized(zone):
        raise NotAuthorized()
    if vpc not in zone.vpcs:
        zone.add_vpc(vpc["vpc_id"], vpc["vpc_region"])
    return changed()


def disassociate_vpc_from_hosted_zone(self):
    _, zone = found(self._get_param("HostedZoneId"))
    if len(zone.vpcs) <= 1:
        raise LastVpc()
    zone.delete_vpc(asked(self)["vpc_id"])
    return changed()


def list_hosted_zones_by_vpc(self):
    """The zones of all accounts that the VPC resolves."""
    vpc = self._get_param("VPCId")
    summaries = [
        {"HostedZoneId": zone.resource_id, "Name": zone.name, "Owner": {"OwningAccount": account}}
        for account, partitions in route53_backends.items()
        for backend in partitions.values()
        for zone in backend.zones.values()
        if any(one["vpc_id"] == vpc for one in zone.vpcs)
    ]
    return ActionResult({"HostedZoneSummaries": summaries, "MaxItems": "100"})


def fill():
    for path in PATHS:
        urls.url_paths[r"{0}/(?P<api_version>[\d_-]+)/hostedzone/(?P<zone_id>[^/]+)/" + path] = Route53.dispatch
    Route53.create_hosted_zone = private_with_a_vpc(Route53.create_hosted_zone)
    for action in (
        create_vpc_association_authorization,
        delete_vpc_association_authorization,
        list_vpc_association_authorizations,
        associate_vpc_with_hosted_zone,
        disassociate_vpc_from_hosted_zone,
        list_hosted_zones_by_vpc,
    ):
        setattr(Route53, action.__name__, action)
