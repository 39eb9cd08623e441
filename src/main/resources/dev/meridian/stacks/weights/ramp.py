"""Decides on the weights of a ramp: a branch gets more requests, stage by stage, until it has all.

Pure functions of their arguments. A ramp needs no state but its abort: the stage follows from the
time. An alarm aborts it, and it stays aborted until the declaration has another start.
"""

from dataclasses import dataclass

from decision import Decision

WHOLE = 100


@dataclass(frozen=True)
class Stage:
    """From `after` seconds after the start on, the branch gets `percent` of the requests."""

    after: float
    percent: int


@dataclass(frozen=True)
class RampInputs:
    """All that a decision depends on. Times are seconds since 1970.

    branch: the one that ramps up; weights: of all branches; alarms: name to state (OK, ALARM,
    INSUFFICIENT_DATA; None is unknown); aborted: the start of the ramp that was aborted, or None.
    """

    branch: str
    stages: tuple[Stage, ...]
    start: float
    weights: dict[str, int]
    alarms: dict[str, str | None]
    frozen: bool
    now: float
    aborted: float | None = None

    def __post_init__(self):
        if self.branch not in self.weights or len(self.weights) != 2:
            raise ValueError("a ramp has two branches")
        if not self.stages or self.stages[0].after != 0:
            raise ValueError("the first stage does not begin with the ramp")
        for earlier, later in zip(self.stages, self.stages[1:]):
            if not (earlier.after < later.after and earlier.percent < later.percent):
                raise ValueError("the stages do not go up")
        if not (0 < self.stages[0].percent and self.stages[-1].percent <= WHOLE):
            raise ValueError("a stage is not within 1..100 percent")


def decide(inputs):
    """The decision, and the start of the ramp that is aborted, or None."""
    if inputs.frozen:
        return _hold(inputs, "frozen"), inputs.aborted
    if inputs.aborted == inputs.start:
        return _set(inputs, 0, "aborted before"), inputs.aborted
    if inputs.now < inputs.start:
        return _set(inputs, 0, f"starts in {inputs.start - inputs.now:.0f} s"), None
    ringing = sorted(name for name, state in inputs.alarms.items() if state == "ALARM")
    if ringing:
        return _set(inputs, 0, "aborted by " + ", ".join(ringing)), inputs.start
    unknown = sorted(name for name, state in inputs.alarms.items() if state != "OK")
    reached = _percent(inputs)
    if unknown and reached > _share(inputs):
        return _hold(inputs, "no data about " + ", ".join(unknown)), None
    return _set(inputs, reached, f"{inputs.now - inputs.start:.0f} s after the start"), None


def _percent(inputs):
    return [one.percent for one in inputs.stages if one.after <= inputs.now - inputs.start][-1]


def _share(inputs):
    total = sum(inputs.weights.values())
    return WHOLE * inputs.weights[inputs.branch] / total if total else 0


def _set(inputs, percent, reason):
    weights = {
        label: percent if label == inputs.branch else WHOLE - percent for label in inputs.weights
    }
    return Decision(weights, weights != inputs.weights, f"{percent} %: {reason}")


def _hold(inputs, reason):
    return Decision(dict(inputs.weights), False, reason)
