"""What the function remembers between its runs, and whether a person froze it: two SSM parameters."""

import json

from decision import Pace

THAWED, FROZEN = "off", "on"


def is_frozen(ssm, parameter):
    """Anything but `off` freezes, so that a typing error stops changes instead of allowing them."""
    return ssm.get_parameter(Name=parameter)["Parameter"]["Value"].strip() != THAWED


def load(ssm, parameter):
    return json.loads(ssm.get_parameter(Name=parameter)["Parameter"]["Value"])


def save(ssm, parameter, state):
    text = json.dumps(state, sort_keys=True, separators=(",", ":"))
    ssm.put_parameter(Name=parameter, Value=text, Type="String", Overwrite=True)


def of_name(state, name):
    """The time of the last change, and the pace of each branch."""
    kept = state.get(name, {})
    paces = {label: Pace(*pace) for label, pace in kept.get("paces", {}).items()}
    return kept.get("last-change"), paces


def with_change(state, name, now, paces):
    kept = {label: [pace.direction, pace.step, pace.repeats] for label, pace in paces.items()}
    return {**state, name: {"last-change": now, "paces": kept}}


def aborted(state, name):
    """The start of the ramp that an alarm aborted, or None."""
    return state.get(name, {}).get("aborted")


def with_abort(state, name, start):
    return {**state, name: {"aborted": start}}
