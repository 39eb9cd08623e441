"""The AWS Lambda function that adjusts weights. Meridian's docs/weights.md describes it.

It runs on a schedule and when an alarm changes its state. For each name, it writes one line of JSON
with all inputs of the decision and the decision itself to its log.
"""

import dataclasses
import json
import os
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError

import memory
import ramps
import records
import signals
from decision import Bounds, Goals, Inputs, Signals, decide


def handler(event, _context=None):
    """Adjusts every name. If one fails, the others are still adjusted, and then this run fails.

    A region whose metrics cannot be read is one without data: its names hold, and this run fails too.
    """
    config = json.loads(os.environ["CONFIG"])
    route53, ssm = boto3.client("route53"), boto3.client("ssm")
    frozen = memory.is_frozen(ssm, config["freeze"])
    answers, failures = {}, []
    for name in config["names"]:
        try:
            answers[name["name"]] = _adjust(config, name, route53, ssm, frozen, event, failures)
        except Exception as failure:  # noqa: BLE001 - one name must not stop the others
            _log({"event": "failure", "name": name["name"], "error": repr(failure)})
            failures.append(f"{name['name']}: {failure!r}")
    if failures:
        raise RuntimeError("; ".join(failures))
    return answers


def _adjust(config, name, route53, ssm, frozen, event, failures):
    now = time.time()
    if "ramp" in name:
        return _answer(
            ramps.run(
                config,
                name,
                route53,
                ssm,
                frozen,
                now,
                lambda inputs, decision: _log_decision(name, event, inputs, decision),
                failures,
            )
        )
    branches, types = name["branches"], name["types"]
    found = records.read(route53, config["zone"], name["name"], types)
    state = memory.load(ssm, config["state"])
    last_change, paces = memory.of_name(state, name["name"])
    inputs = Inputs(
        weights=records.weights(found, types, branches),
        signals={
            label: _signals(config["regions"][branch["region"]], name, now, failures)
            for label, branch in branches.items()
        },
        bounds={
            label: Bounds(branch["minimum"], branch["maximum"], branch["start"])
            for label, branch in branches.items()
        },
        goals=Goals(**name["goals"]),
        step=name["step"],
        cool_down=name["cool-down"],
        frozen=frozen,
        now=now,
        last_change=last_change,
        paces=paces,
    )
    decision = decide(inputs)
    _log_decision(name, event, inputs, decision)
    if decision.changed:
        # The state first: if the change fails, the next attempt waits for the cool-down.
        memory.save(ssm, config["state"], memory.with_change(state, name["name"], now, decision.paces))
        records.write(route53, config["zone"], found, branches, decision.weights)
    return _answer(decision)


def _answer(decision):
    return {"weights": decision.weights, "changed": decision.changed, "reason": decision.reason}


def _log_decision(name, event, inputs, decision):
    _log(
        {
            "event": "decision",
            "name": name["name"],
            "trigger": event.get("detail-type", "none"),
            "inputs": dataclasses.asdict(inputs),
            "decision": dataclasses.asdict(decision),
        }
    )


def _signals(region, name, now, failures):
    try:
        return signals.read(region, now, name["metric-delay"], name["window"])
    except (BotoCoreError, ClientError) as failure:
        _log({"event": "failure", "region": region["region"], "error": repr(failure)})
        failures.append(f"{region['region']}: {failure!r}")
        return Signals()


def _log(line):
    print(json.dumps(line, sort_keys=True), flush=True)
