"""The CIDR collections of IP-based routing, which moto lacks.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html
The texts of errors are not known; their codes and status are those of AWS's description of its API.
"""

import uuid

from moto.core.responses import ActionResult, EmptyResult
from moto.route53 import urls
from moto.route53.exceptions import Route53ClientError
from moto.route53.responses import Route53

PATHS = ("cidrcollection$", "cidrcollection/(?P<id>[^/]+)$", "cidrcollection/(?P<id>[^/]+)/cidrblocks$")


class NoSuchCidrCollection(Route53ClientError):
    def __init__(self, id_):
        super().__init__("NoSuchCidrCollectionException", f"No CIDR collection found with ID: {id_}")


class CidrCollectionAlreadyExists(Route53ClientError):
    def __init__(self, name):
        super().__init__("CidrCollectionAlreadyExistsException", f"A CIDR collection named {name} already exists.")


class CidrCollectionVersionMismatch(Route53ClientError):
    def __init__(self):
        super().__init__(
            "CidrCollectionVersionMismatchException",
            "The CIDR collection version you provided does not match the current one.",
        )


class CidrCollectionInUse(Route53ClientError):
    def __init__(self):
        super().__init__("CidrCollectionInUseException", "This CIDR collection is in use, and isn't empty.")


class CidrBlockInUse(Route53ClientError):
    def __init__(self, block):
        super().__init__("CidrBlockInUseException", f"The CIDR block {block} is already in use.")


class CidrCollection:
    """A collection as in responses; ``blocks`` maps each block to its location."""

    def __init__(self, name):
        self.id = str(uuid.uuid4())
        self.arn = f"arn:aws:route53:::cidrcollection/{self.id}"
        self.name = name
        self.version = 1
        self.blocks = {}

    def change(self, version, changes):
        """Makes all changes or none, deletions first: a block can move to another location.

        https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeCidrCollection.html
        """
        if version is not None and int(version) != self.version:
            raise CidrCollectionVersionMismatch()
        blocks = dict(self.blocks)
        for action, location, block in listed(changes):
            if action == "DELETE_IF_EXISTS" and blocks.get(block) == location:
                del blocks[block]
        for action, location, block in listed(changes):
            if action == "PUT" and blocks.setdefault(block, location) != location:
                raise CidrBlockInUse(block)
        self.blocks = blocks
        self.version += 1


def listed(changes):
    return [(one["Action"], one["LocationName"], block) for one in changes for block in one["CidrList"]]


def kept(route53):
    """The collections of an account, by id."""
    if not hasattr(route53.backend, "cidr_collections"):
        route53.backend.cidr_collections = {}
    return route53.backend.cidr_collections


def found(route53, parameter):
    id_ = route53._get_param(parameter)
    if id_ not in kept(route53):
        raise NoSuchCidrCollection(id_)
    return kept(route53)[id_]


def create_cidr_collection(self):
    name = self._get_param("Name")
    if any(one.name == name for one in kept(self).values()):
        raise CidrCollectionAlreadyExists(name)
    made = CidrCollection(name)
    kept(self)[made.id] = made
    location = f"https://route53.amazonaws.com/2013-04-01/cidrcollection/{made.id}"
    return ActionResult({"Collection": made, "Location": location})


def change_cidr_collection(self):
    found(self, "Id").change(self._get_param("CollectionVersion"), self._get_param("Changes"))
    return ActionResult({"Id": str(uuid.uuid4())})


def delete_cidr_collection(self):
    """Only an empty one can be deleted.

    https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteCidrCollection.html
    """
    collection = found(self, "Id")
    if collection.blocks:
        raise CidrCollectionInUse()
    del kept(self)[collection.id]
    return EmptyResult()


def list_cidr_collections(self):
    return ActionResult({"CidrCollections": list(kept(self).values())})


def list_cidr_locations(self):
    locations = sorted(set(found(self, "CollectionId").blocks.values()))
    return ActionResult({"CidrLocations": [{"LocationName": one} for one in locations]})


def list_cidr_blocks(self):
    wanted = self._get_param("LocationName")
    blocks = [
        {"CidrBlock": block, "LocationName": location}
        for block, location in found(self, "CollectionId").blocks.items()
        if wanted in (None, location)
    ]
    return ActionResult({"CidrBlocks": blocks})


def fill():
    for action in (
        create_cidr_collection,
        change_cidr_collection,
        delete_cidr_collection,
        list_cidr_collections,
        list_cidr_locations,
        list_cidr_blocks,
    ):
        setattr(Route53, action.__name__, action)
    for path in PATHS:
        urls.url_paths[r"{0}/(?P<api_version>[\d_-]+)/" + path] = Route53.dispatch
