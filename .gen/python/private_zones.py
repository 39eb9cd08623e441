"""Private hosted zones with VPCs of several Regions and accounts, which moto knows only in part.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html
moto takes a zone for public unless HostedZoneConfig says otherwise; on AWS, a zone that is created
with a VPC is private. moto has no authorizations, looks for a zone in the caller's account only, accepts
VPCs that don't exist or belong to somebody else, and associates a VPC twice.
"""

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
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


class AssociationNotFound(Route53ClientError):
    code = 404

    def __init__(self):
        super().__init__(
            "VPCAssociationNotFound",
            "The specified VPC and hosted zone are not currently associated.",
        )


class ConflictingDomain(Route53ClientError):
    """AWS also answers this if the VPC is already associated with the same zone:
    https://github.com/saltstack/salt/pull/47480
    """

    def __init__(self, vpc, zone):
        super().__init__(
            "ConflictingDomainExists",
            f"The VPC that you chose, {vpc['vpc_id']} in region {vpc['vpc_region']}, is already associated with "
            f"another private hosted zone that has an overlapping name space, {zone.name}.",
        )


class InvalidVpc(Route53ClientError):
    def __init__(self):
        super().__init__(
            "InvalidVPCId",
            "The VPC ID that you specified either isn't a valid ID or the current account is not authorized to "
            "access this VPC.",
        )


class NotOwned(Route53ClientError):
    def __init__(self, vpc):
        super().__init__(
            "AccessDenied",
            f"The VPC {vpc['vpc_id']} in region {vpc['vpc_region']} is not owned by you.",
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


def zones():
    """All zones, each with its account."""
    for account, partitions in route53_backends.items():
        for backend in partitions.values():
            for zone in backend.zones.values():
                yield account, zone


def found(id_):
    """The account of the zone, and the zone, in any account."""
    id_ = id_.removeprefix("/hostedzone/")
    for account, zone in zones():
        if zone.resource_id == id_:
            return account, zone
    raise NoSuchHostedZone(host_zone_id=id_)


def own(route53):
    """The zone of the request, which must belong to the caller."""
    account, zone = found(route53._get_param("HostedZoneId"))
    if account != route53.current_account:
        raise NoSuchHostedZone(host_zone_id=zone.resource_id)
    return zone


def owners(vpc):
    """The account of a VPC; nothing if the VPC does not exist."""
    return [
        account
        for account, regions in ec2_backends.items()
        for region, backend in regions.items()
        if region == vpc["vpc_region"] and vpc["vpc_id"] in backend.vpcs
    ]


def refuse_conflicts(vpc, name):
    """A VPC can be associated with one zone of a name."""
    for _, zone in zones():
        if zone.name == name and any(one["vpc_id"] == vpc["vpc_id"] for one in zone.vpcs):
            raise ConflictingDomain(vpc, zone)


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
            vpc = asked(self)
            if self.current_account not in owners(vpc):
                raise InvalidVpc()
            refuse_conflicts(vpc, self._get_param("Name").rstrip(".") + ".")
            self.params.setdefault("HostedZoneConfig", {})["PrivateZone"] = True
        return create(self)

    return create_hosted_zone


def create_vpc_association_authorization(self):
    zone = own(self)
    vpc = asked(self)
    if vpc not in authorized(zone):
        authorized(zone).append(vpc)
    return ActionResult({"HostedZoneId": zone.resource_id, "VPC": shown(vpc)})


def delete_vpc_association_authorization(self):
    zone = own(self)
    vpc = asked(self)
    if vpc not in authorized(zone):
        raise AuthorizationNotFound()
    authorized(zone).remove(vpc)
    return ActionResult({})


def list_vpc_association_authorizations(self):
    zone = own(self)
    return ActionResult({"HostedZoneId": zone.resource_id, "VPCs": [shown(vpc) for vpc in authorized(zone)]})


def associate_vpc_with_hosted_zone(self):
    """The account of the VPC asks. If the zone belongs to another one, that one authorizes it first."""
    owner, zone = found(self._get_param("HostedZoneId"))
    vpc = asked(self)
    if not zone.private_zone:
        raise PublicZone()
    if self.current_account not in owners(vpc):
        raise NotAuthorized() if owners(vpc) else InvalidVpc()
    if owner != self.current_account and vpc not in authorized(zone):
        raise NotAuthorized()
    refuse_conflicts(vpc, zone.name)
    zone.add_vpc(vpc["vpc_id"], vpc["vpc_region"])
    return changed()


def disassociate_vpc_from_hosted_zone(self):
    """The account of the zone asks, or that of the VPC."""
    owner, zone = found(self._get_param("HostedZoneId"))
    vpc = asked(self)
    if self.current_account not in (owner, *owners(vpc)):
        raise NotAuthorized()
    if not any(one["vpc_id"] == vpc["vpc_id"] for one in zone.vpcs):
        raise AssociationNotFound()
    if len(zone.vpcs) <= 1:
        raise LastVpc()
    zone.delete_vpc(vpc["vpc_id"])
    return changed()


def list_hosted_zones_by_vpc(self):
    """The zones of all accounts that a VPC of the caller resolves. It may be deleted."""
    vpc = {"vpc_id": self._get_param("VPCId"), "vpc_region": self._get_param("VPCRegion")}
    if owners(vpc) and self.current_account not in owners(vpc):
        raise NotOwned(vpc)
    summaries = [
        {"HostedZoneId": zone.resource_id, "Name": zone.name, "Owner": {"OwningAccount": account}}
        for account, zone in zones()
        if any(one["vpc_id"] == vpc["vpc_id"] for one in zone.vpcs)
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
