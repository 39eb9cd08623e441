"""The hosted zones of load balancers, which moto does not know: each has its Region's, as on AWS.

https://docs.aws.amazon.com/general/latest/gr/elb.html
"""

import csv
from pathlib import Path

from moto.elbv2.models import FakeLoadBalancer

REGIONS = Path(__file__).parents[2] / "src/main/resources/dev/meridian/catalog/regions.csv"


def zones():
    """The zones of Application and Network Load Balancers by Region."""
    with REGIONS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {row["code"]: (row["alb_zone_id"], row["nlb_zone_id"]) for row in rows}


ZONES = zones()


def zone(balancer):
    region = balancer.arn.split(":")[3]
    application, network = ZONES.get(region, ("", ""))
    return (network if balancer.type == "network" else application) or "Z2P70J7EXAMPLE"


def fill():
    # moto sets the attribute, but what it sets is not read.
    FakeLoadBalancer.canonical_hosted_zone_id = property(zone, lambda balancer, value: None)
