"""Drives the function that adjusts weights on a local AWS, and prints what happened as JSON.

    drive_weights.py run                     one invocation, as the schedule does it
    drive_weights.py metrics REGION SECONDS  metrics of the last minutes: latency, 1,000 requests a minute
    drive_weights.py alarm STATE             an alarm that aborts the ramp, in a state
    drive_weights.py no-alarm                deletes the alarm
    drive_weights.py freeze on|off           the switch
    drive_weights.py cooled                  forgets the last change, as if the cool-down were over
    drive_weights.py log                     the function's log
    drive_weights.py left                    what of the function is left
"""

import datetime
import json
import sys

import boto3

FUNCTION = "storefront-production-weights"
PARAMETERS = "/meridian/storefront-production/weights/"
ZONE = "example.com."
ALARM = "checkout-errors"


def run():
    answer = boto3.client("lambda").invoke(
        FunctionName=FUNCTION, Payload=json.dumps({"detail-type": "Scheduled Event"})
    )
    return {
        "failed": "FunctionError" in answer,
        "answer": json.loads(answer["Payload"].read()),
        "weights": weights("api." + ZONE),
        "ramp": weights("canary." + ZONE),
    }


def weights(name):
    route53 = boto3.client("route53")
    zones = route53.list_hosted_zones()["HostedZones"]
    (zone,) = [one["Id"] for one in zones if one["Name"] == ZONE]
    sets = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    return {one["SetIdentifier"]: one["Weight"] for one in sets if one["Name"] == name and "Weight" in one}


def metrics(region, seconds):
    balancing = boto3.client("elbv2", region_name=region)
    (balancer,) = balancing.describe_load_balancers()["LoadBalancers"]
    (group,) = balancing.describe_target_groups()["TargetGroups"]
    by_balancer = [
        {"Name": "LoadBalancer", "Value": balancer["LoadBalancerArn"].split(":loadbalancer/")[1]}
    ]
    by_group = [{"Name": "TargetGroup", "Value": group["TargetGroupArn"].split(":")[-1]}]
    now = datetime.datetime.now(datetime.timezone.utc)
    cloudwatch = boto3.client("cloudwatch", region_name=region)
    for minute in range(1, 8):
        time = {"Timestamp": now - datetime.timedelta(minutes=minute)}
        balancer_time = {"Dimensions": by_balancer, **time}
        group_time = {"Dimensions": by_balancer + by_group, **time}
        cloudwatch.put_metric_data(
            Namespace="AWS/ApplicationELB",
            MetricData=[
                {"MetricName": "RequestCount", "Value": 1000, **balancer_time},
                {"MetricName": "TargetResponseTime", "Value": float(seconds), **balancer_time},
                {"MetricName": "HealthyHostCount", "Value": 2, **group_time},
            ],
        )
    return {}


def alarm(state):
    cloudwatch = boto3.client("cloudwatch")
    cloudwatch.put_metric_alarm(
        AlarmName=ALARM,
        Namespace="Checkout",
        MetricName="Errors",
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=1,
        ComparisonOperator="GreaterThanThreshold",
    )
    cloudwatch.set_alarm_state(AlarmName=ALARM, StateValue=state, StateReason="test")
    return {}


def no_alarm():
    boto3.client("cloudwatch").delete_alarms(AlarmNames=[ALARM])
    return {}


def freeze(value):
    parameter(PARAMETERS + "freeze", value)
    return {}


def cooled():
    ssm = boto3.client("ssm")
    state = json.loads(ssm.get_parameter(Name=PARAMETERS + "state")["Parameter"]["Value"])
    for one in state.values():
        one["last-change"] = 0
    parameter(PARAMETERS + "state", json.dumps(state))
    return state


def parameter(name, value):
    boto3.client("ssm").put_parameter(Name=name, Value=value, Type="String", Overwrite=True)


def log():
    events = boto3.client("logs").filter_log_events(logGroupName="/aws/lambda/" + FUNCTION)
    return [json.loads(one["message"]) for one in events["events"]]


def left():
    """Everything that the stack creates for the function, in the region of the DNS stack."""
    logs, events = boto3.client("logs"), boto3.client("events")
    return (
        [one["FunctionName"] for one in boto3.client("lambda").list_functions()["Functions"]]
        + [one["RoleName"] for one in boto3.client("iam").list_roles()["Roles"] if is_ours(one)]
        + [one["logGroupName"] for one in logs.describe_log_groups()["logGroups"]]
        + [one["Name"] for one in events.list_rules()["Rules"]]
        + [one["Name"] for one in parameters()]
        + [one["AlarmName"] for one in boto3.client("cloudwatch").describe_alarms()["MetricAlarms"]]
    )


def parameters():
    """Without those of AWS, which every account can read."""
    path = PARAMETERS.rstrip("/")
    return boto3.client("ssm").get_parameters_by_path(Path=path, Recursive=True)["Parameters"]


def is_ours(role):
    return role["RoleName"] == FUNCTION


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1].replace("-", "_")](*sys.argv[2:]), sort_keys=True))
