"""Runs the ramp of one name: reads its record sets and alarms, and logs and makes the decision."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

import memory
import records
from ramp import RampInputs, Stage, decide

BRIEF = Config(connect_timeout=3, read_timeout=5, retries={"total_max_attempts": 2})


def run(config, name, route53, ssm, frozen, now, log, failures, client=boto3.client):
    """The decision of this run. Alarms that cannot be read are unknown, and `failures` says so."""
    settings, branches, types = name["ramp"], name["branches"], name["types"]
    found = records.read(route53, config["zone"], name["name"], types)
    state = memory.load(ssm, config["state"])
    aborted = memory.aborted(state, name["name"])
    inputs = RampInputs(
        branch=settings["branch"],
        stages=tuple(Stage(*stage) for stage in settings["stages"]),
        start=settings["start"],
        weights=records.weights(found, types, branches),
        alarms=_alarms(settings["alarms"], client, failures),
        frozen=frozen,
        now=now,
        aborted=aborted,
    )
    decision, aborts = decide(inputs)
    log(inputs, decision)
    if aborts is not None and aborts != aborted:
        # The state first: if the change fails, the next run aborts the ramp too.
        memory.save(ssm, config["state"], memory.with_abort(state, name["name"], aborts))
    if decision.changed:
        records.write(route53, config["zone"], found, branches, decision.weights)
    return decision


def _alarms(names, client, failures):
    """The state of each alarm; None if there is no such alarm, or if it cannot be read."""
    if not names:
        return {}
    try:
        answer = client("cloudwatch", config=BRIEF).describe_alarms(
            AlarmNames=names, AlarmTypes=["MetricAlarm", "CompositeAlarm"], MaxRecords=100
        )
    except (BotoCoreError, ClientError) as failure:
        failures.append(f"alarms: {failure!r}")
        return dict.fromkeys(names)
    found = answer.get("MetricAlarms", []) + answer.get("CompositeAlarms", [])
    states = {one["AlarmName"]: one["StateValue"] for one in found}
    return {name: states.get(name) for name in names}
