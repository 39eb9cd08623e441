"""AWS Global Accelerator, which moto lacks: accelerators, listeners, and endpoint groups.

https://docs.aws.amazon.com/global-accelerator/latest/api/API_Operations.html
Changes are deployed at once. The texts of errors are not known; their codes are those of AWS's
description of its API.
"""

import json
import uuid

from moto.core import DEFAULT_ACCOUNT_ID
from moto.elbv2.models import elbv2_backends
from services import Refused, lacking

PORTS = range(1, 65536)
HEALTH_CHECKS = {
    "HealthCheckProtocol": "TCP",
    "HealthCheckPath": "/",
    "HealthCheckIntervalSeconds": 30,
    "ThresholdCount": 3,
}


def changed(old, given, keys):
    """A copy of `old` with those of `keys` that `given` has."""
    return {**old, **{key: given[key] for key in keys if given.get(key) is not None}}


class GlobalAccelerator:
    """All that exists, and the actions of the API."""

    def __init__(self):
        self._accelerators = {}
        self._attributes = {}
        self._tags = {}
        self._listeners = {}
        self._groups = {}

    def answer(self, request):
        action = request.headers.get("X-Amz-Target", "").rpartition(".")[2]
        call = getattr(self, action, None) if action[:1].isupper() else None
        if call is None:
            raise lacking(action)
        return call(json.loads(request.get_data() or b"{}")) or {}

    @staticmethod
    def _found(resources, arn, kind):
        if arn not in resources:
            raise Refused(f"{kind}NotFoundException", f"The {kind} {arn} does not exist.")
        return resources[arn]

    @staticmethod
    def _below(resources, arn):
        return [one for key, one in resources.items() if key.startswith(arn + "/")]

    # Accelerators

    def CreateAccelerator(self, given):
        id_ = str(uuid.uuid4())
        arn = f"arn:aws:globalaccelerator::{DEFAULT_ACCOUNT_ID}:accelerator/{id_}"
        number = 2 * len(self._tags) + 1
        accelerator = {
            "AcceleratorArn": arn,
            "Name": given["Name"],
            "IpAddressType": given.get("IpAddressType", "IPV4"),
            "Enabled": given.get("Enabled", True),
            "Status": "DEPLOYED",
            "DnsName": f"a{id_.replace('-', '')[:16]}.awsglobalaccelerator.com",
            "IpSets": [self._ip_set("IPv4", given.get("IpAddresses") or [f"198.51.100.{number}", f"198.51.100.{number + 1}"])],
        }
        self._accelerators[arn] = self._with_dual_stack(accelerator, number)
        self._attributes[arn] = {"FlowLogsEnabled": False}
        self._tags[arn] = {tag["Key"]: tag["Value"] for tag in given.get("Tags", [])}
        return {"Accelerator": self._accelerators[arn]}

    @staticmethod
    def _ip_set(family, addresses):
        return {"IpFamily": family, "IpAddressFamily": family, "IpAddresses": addresses}

    def _with_dual_stack(self, accelerator, number):
        made = {**accelerator, "IpSets": accelerator["IpSets"][:1]}
        made.pop("DualStackDnsName", None)
        if made["IpAddressType"] == "DUAL_STACK":
            made["IpSets"] = made["IpSets"] + [self._ip_set("IPv6", [f"2001:db8:a::{number:x}", f"2001:db8:b::{number:x}"])]
            made["DualStackDnsName"] = made["DnsName"].replace(".", ".dualstack.", 1)
        return made

    def DescribeAccelerator(self, given):
        return {"Accelerator": self._found(self._accelerators, given["AcceleratorArn"], "Accelerator")}

    def ListAccelerators(self, given):
        return {"Accelerators": list(self._accelerators.values())}

    def UpdateAccelerator(self, given):
        arn = given["AcceleratorArn"]
        accelerator = self._found(self._accelerators, arn, "Accelerator")
        accelerator = changed(accelerator, given, ("Name", "IpAddressType", "Enabled"))
        number = 2 * list(self._tags).index(arn) + 1
        self._accelerators[arn] = self._with_dual_stack(accelerator, number)
        return {"Accelerator": self._accelerators[arn]}

    def DeleteAccelerator(self, given):
        arn = given["AcceleratorArn"]
        if self._found(self._accelerators, arn, "Accelerator")["Enabled"]:
            raise Refused("AcceleratorNotDisabledException", "The accelerator must be disabled before it is deleted.")
        if self._below(self._listeners, arn):
            raise Refused("AssociatedListenerFoundException", "The accelerator has a listener.")
        del self._accelerators[arn]

    def DescribeAcceleratorAttributes(self, given):
        self._found(self._accelerators, given["AcceleratorArn"], "Accelerator")
        return {"AcceleratorAttributes": self._attributes[given["AcceleratorArn"]]}

    def UpdateAcceleratorAttributes(self, given):
        arn = given["AcceleratorArn"]
        self._found(self._accelerators, arn, "Accelerator")
        self._attributes[arn] = changed(self._attributes[arn], given, ("FlowLogsEnabled", "FlowLogsS3Bucket", "FlowLogsS3Prefix"))
        return {"AcceleratorAttributes": self._attributes[arn]}

    # Tags

    def ListTagsForResource(self, given):
        tags = self._tags.get(given["ResourceArn"], {})
        return {"Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}

    def TagResource(self, given):
        self._tags.setdefault(given["ResourceArn"], {}).update({tag["Key"]: tag["Value"] for tag in given["Tags"]})

    def UntagResource(self, given):
        for key in given["TagKeys"]:
            self._tags.get(given["ResourceArn"], {}).pop(key, None)

    # Listeners

    def CreateListener(self, given):
        accelerator = given["AcceleratorArn"]
        self._found(self._accelerators, accelerator, "Accelerator")
        self._check_ports(given["PortRanges"], given["Protocol"], self._below(self._listeners, accelerator))
        arn = f"{accelerator}/listener/{uuid.uuid4().hex[:8]}"
        self._listeners[arn] = {
            "ListenerArn": arn,
            "PortRanges": given["PortRanges"],
            "Protocol": given["Protocol"],
            "ClientAffinity": given.get("ClientAffinity", "NONE"),
        }
        return {"Listener": self._listeners[arn]}

    @staticmethod
    def _check_ports(ranges, protocol, others):
        taken = set()
        for one in [range_ for other in others if other["Protocol"] == protocol for range_ in other["PortRanges"]] + ranges:
            ports = set(range(one["FromPort"], one["ToPort"] + 1))
            if not ports or not ports <= set(PORTS) or ports & taken:
                raise Refused("InvalidPortRangeException", "The port range is invalid or overlaps with another one.")
            taken |= ports

    def DescribeListener(self, given):
        return {"Listener": self._found(self._listeners, given["ListenerArn"], "Listener")}

    def ListListeners(self, given):
        self._found(self._accelerators, given["AcceleratorArn"], "Accelerator")
        return {"Listeners": self._below(self._listeners, given["AcceleratorArn"])}

    def UpdateListener(self, given):
        arn = given["ListenerArn"]
        listener = changed(self._found(self._listeners, arn, "Listener"), given, ("PortRanges", "Protocol", "ClientAffinity"))
        others = [one for one in self._below(self._listeners, arn.partition("/listener/")[0]) if one["ListenerArn"] != arn]
        self._check_ports(listener["PortRanges"], listener["Protocol"], others)
        self._listeners[arn] = listener
        return {"Listener": listener}

    def DeleteListener(self, given):
        self._found(self._listeners, given["ListenerArn"], "Listener")
        if self._below(self._groups, given["ListenerArn"]):
            raise Refused("AssociatedEndpointGroupFoundException", "The listener has an endpoint group.")
        del self._listeners[given["ListenerArn"]]

    # Endpoint groups

    def CreateEndpointGroup(self, given):
        listener = self._found(self._listeners, given["ListenerArn"], "Listener")
        region = given["EndpointGroupRegion"]
        if any(one["EndpointGroupRegion"] == region for one in self._below(self._groups, given["ListenerArn"])):
            raise Refused("EndpointGroupAlreadyExistsException", f"The listener has an endpoint group in {region}.")
        arn = f"{given['ListenerArn']}/endpoint-group/{uuid.uuid4().hex[:12]}"
        usual = {
            **HEALTH_CHECKS,
            "EndpointGroupArn": arn,
            "EndpointGroupRegion": region,
            "TrafficDialPercentage": 100.0,
            "HealthCheckPort": listener["PortRanges"][0]["FromPort"],
            "PortOverrides": [],
            "EndpointDescriptions": [],
        }
        self._groups[arn] = self._group(usual, given)
        return {"EndpointGroup": self._groups[arn]}

    def _group(self, old, given):
        keys = (*HEALTH_CHECKS, "HealthCheckPort", "TrafficDialPercentage", "PortOverrides")
        group = changed(old, given, keys)
        if not 0 <= group["TrafficDialPercentage"] <= 100:
            raise Refused("InvalidArgumentException", "The traffic dial must be between 0 and 100.")
        if given.get("EndpointConfigurations") is not None:
            region = group["EndpointGroupRegion"]
            group["EndpointDescriptions"] = [self._endpoint(region, one) for one in given["EndpointConfigurations"]]
        return group

    @staticmethod
    def _endpoint(region, given):
        """A load balancer as an endpoint; it must be one of the group's region."""
        arn = given["EndpointId"]
        if arn not in elbv2_backends[DEFAULT_ACCOUNT_ID][region].load_balancers:
            raise Refused("InvalidArgumentException", f"The resource {arn} was not found in {region}.")
        weight = given.get("Weight", 128)
        if not 0 <= weight <= 255:
            raise Refused("InvalidArgumentException", "The weight must be between 0 and 255.")
        return {
            "EndpointId": arn,
            "Weight": weight,
            "HealthState": "HEALTHY",
            "ClientIPPreservationEnabled": given.get("ClientIPPreservationEnabled", True),
        }

    def DescribeEndpointGroup(self, given):
        return {"EndpointGroup": self._found(self._groups, given["EndpointGroupArn"], "EndpointGroup")}

    def ListEndpointGroups(self, given):
        self._found(self._listeners, given["ListenerArn"], "Listener")
        return {"EndpointGroups": self._below(self._groups, given["ListenerArn"])}

    def UpdateEndpointGroup(self, given):
        arn = given["EndpointGroupArn"]
        self._groups[arn] = self._group(self._found(self._groups, arn, "EndpointGroup"), given)
        return {"EndpointGroup": self._groups[arn]}

    def DeleteEndpointGroup(self, given):
        self._found(self._groups, given["EndpointGroupArn"], "EndpointGroup")
        del self._groups[given["EndpointGroupArn"]]

    # Endpoints of other accounts, of which there are none

    def ListCrossAccountResourceAccounts(self, given):
        return {"ResourceOwnerAwsAccountIds": []}

    def ListCrossAccountResources(self, given):
        return {"CrossAccountResources": []}


SERVICES = {"globalaccelerator": GlobalAccelerator()}
