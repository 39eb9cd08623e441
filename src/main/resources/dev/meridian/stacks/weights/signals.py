"""What CloudWatch knows about the load balancer of each region."""

import boto3
from botocore.config import Config

from decision import Signals

NAMESPACE = "AWS/ApplicationELB"
PERIOD = 60  # seconds, in which load balancers publish their metrics

# A region that does not answer must not use up the time of the function.
BRIEF = Config(connect_timeout=3, read_timeout=5, retries={"total_max_attempts": 2})

# Metric, statistic, and whether its dimensions include the target group. A zone without a healthy
# host does not make the region unhealthy, so it is the largest count that must be above 0.
QUERIES = {
    "hosts": ("HealthyHostCount", "Maximum", True),
    "requests": ("RequestCount", "Sum", False),
    "seconds": ("TargetResponseTime", "Sum", False),
    "measured": ("TargetResponseTime", "SampleCount", False),
    "failed": ("HTTPCode_Target_5XX_Count", "Sum", False),
    "refused": ("HTTPCode_ELB_5XX_Count", "Sum", False),
}


def read(region, now, delay, window, client=boto3.client):
    """The signals of one region in the window of seconds that ended before the metrics' delay."""
    end = (now - delay) // PERIOD * PERIOD
    cloudwatch = client("cloudwatch", region_name=region["region"], config=BRIEF)
    answer = cloudwatch.get_metric_data(
        MetricDataQueries=[_query(name, region) for name in QUERIES],
        StartTime=end - window,
        EndTime=end,
        ScanBy="TimestampDescending",
    )
    return interpret(answer["MetricDataResults"])


def interpret(results):
    """Counts of errors are missing if there were none; everything else that is missing is unknown."""
    if any(one["StatusCode"] != "Complete" for one in results):
        return Signals()
    values = {one["Id"]: one["Values"] for one in results if one["Values"]}
    requests = sum(values["requests"]) if "requests" in values else None
    measured = sum(values.get("measured", []))
    refused = sum(values.get("refused", []))
    # The load balancer does not count the requests that it refused itself.
    asked = None if requests is None else requests + refused
    return Signals(
        healthy_hosts=values["hosts"][0] if "hosts" in values else None,
        requests=requests,
        latency=sum(values["seconds"]) / measured if measured else None,
        error_rate=(sum(values.get("failed", [])) + refused) / asked if asked else None,
    )


def _query(name, region):
    metric, statistic, by_target_group = QUERIES[name]
    balancer = region["load-balancer"].split(":loadbalancer/")[1]
    dimensions = [{"Name": "LoadBalancer", "Value": balancer}]
    if by_target_group:
        dimensions.append({"Name": "TargetGroup", "Value": region["target-group"].split(":")[-1]})
    return {
        "Id": name,
        "MetricStat": {
            "Metric": {"Namespace": NAMESPACE, "MetricName": metric, "Dimensions": dimensions},
            "Period": PERIOD,
            "Stat": statistic,
        },
    }
