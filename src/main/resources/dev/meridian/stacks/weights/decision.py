"""Decides on the weights of one name. Everything here is a pure function of its arguments.

The rule, in short: branches that are down, fail, are slow, or get too many requests give weight to
those that have room. When all is well, each branch returns to its start weight. A branch changes by
at most one step per cool-down. Its step halves when the direction changes, and doubles only after
two more changes in one direction, so that the weights come to rest instead of swinging.
"""

from dataclasses import dataclass, field

DOWN, LESS, HOLD, MORE, UNKNOWN = "down", "less", "hold", "more", "unknown"
MAXIMUM_WEIGHT = 255  # Route 53 API, ResourceRecordSet.Weight

# A branch has room for more requests if its latency is below this part of the target. Between the
# two, nothing moves. A wide band is what keeps a branch at rest after it gave some weight away.
ROOM = 0.7

# The changes in one direction with the same step before the step doubles. With fewer, a step can
# grow as fast as it shrinks, and the weights swing forever: test_simulation.py shows it.
PATIENCE = 2


@dataclass(frozen=True)
class Bounds:
    """What the declaration says about a branch: 0 <= minimum <= start <= maximum <= 255."""

    minimum: int
    maximum: int
    start: int

    def __post_init__(self):
        if not 0 <= self.minimum <= self.start <= self.maximum <= MAXIMUM_WEIGHT:
            raise ValueError(f"not 0 <= minimum <= start <= maximum <= 255: {self}")


@dataclass(frozen=True)
class Signals:
    """What CloudWatch knows about a branch; None is unknown. Latency in seconds, errors 0..1."""

    healthy_hosts: float | None = None
    requests: float | None = None
    latency: float | None = None
    error_rate: float | None = None


@dataclass(frozen=True)
class Goals:
    """What the weights are for; None if there is none.

    latency: seconds that the targets may take; error_rate: 0..1 that may fail; shares: the part of
    the requests that each branch should get, which add up to 1; tolerance: how far a share may be off.
    enough: the requests in a window from which on latency and errors say something.
    """

    latency: float | None = None
    error_rate: float | None = None
    shares: dict[str, float] | None = None
    tolerance: float = 0.05
    enough: int = 20


@dataclass(frozen=True)
class Pace:
    """The last change of a branch: its direction, -1 or 1, how far it could go, and how many
    changes before it had the same direction and step."""

    direction: int
    step: int
    repeats: int = 0


@dataclass(frozen=True)
class Inputs:
    """All that a decision depends on. Times are seconds since 1970; last_change None is never."""

    weights: dict[str, int]
    signals: dict[str, Signals]
    bounds: dict[str, Bounds]
    goals: Goals
    step: int
    cool_down: float
    frozen: bool
    now: float
    last_change: float | None = None
    paces: dict[str, Pace] = field(default_factory=dict)

    def __post_init__(self):
        if not self.weights or set(self.weights) != set(self.bounds):
            raise ValueError("the branches with weights are not those with bounds")
        if all(bounds.minimum == 0 for bounds in self.bounds.values()):
            raise ValueError("all minimums are 0")
        if self.step < 1:
            raise ValueError("the step is below 1")


@dataclass(frozen=True)
class Decision:
    """The new weights, which are the current ones if nothing changes, and why."""

    weights: dict[str, int]
    changed: bool
    reason: str
    wishes: dict[str, str] = field(default_factory=dict)
    paces: dict[str, Pace] = field(default_factory=dict)


def decide(inputs):
    """Holds if anything speaks for it; otherwise changes each weight by at most a step."""
    if inputs.frozen:
        return _hold(inputs, "frozen")
    if inputs.last_change is not None and inputs.now - inputs.last_change < inputs.cool_down:
        left = inputs.cool_down - (inputs.now - inputs.last_change)
        return _hold(inputs, f"cooling down for {left:.0f} s")
    if sum(inputs.weights.values()) == 0:
        return _hold(inputs, "all weights are 0, so Route 53 treats the branches alike")
    wishes, reasons = {}, []
    for label in inputs.weights:
        wishes[label], reason = wish(label, inputs)
        reasons.append(f"{label}: {reason}")
    why = "; ".join(reasons)
    unknown = [label for label, one in wishes.items() if one == UNKNOWN]
    if unknown:
        return _hold(inputs, why, wishes)
    return _settle(inputs, _targets(inputs, wishes), why, wishes)


def wish(label, inputs):
    """What one branch wants, and the reason. The first of down, less, hold, and more wins."""
    goals, signals = inputs.goals, inputs.signals.get(label, Signals())
    if signals.healthy_hosts is None:
        return UNKNOWN, "no data about healthy hosts"
    if signals.healthy_hosts == 0:
        return DOWN, "no healthy host"
    if inputs.weights[label] == 0 and not signals.requests:
        return MORE, "idle, because its weight is 0"
    if signals.requests is None:
        return UNKNOWN, "no data about requests"
    if signals.requests < goals.enough:
        return MORE, f"{signals.requests:.0f} requests are too few to judge"
    if goals.error_rate is not None:
        if signals.error_rate is None:
            return UNKNOWN, "no data about errors"
        if signals.error_rate > goals.error_rate:
            return DOWN, f"error rate {signals.error_rate:.3f} above {goals.error_rate:.3f}"
    wishes = [_latency_wish(goals, signals), _share_wish(label, inputs)]
    for kind in (UNKNOWN, LESS, HOLD):
        found = [reason for one, reason in wishes if one == kind]
        if found:
            return kind, ", ".join(found)
    return MORE, ", ".join(reason for _, reason in wishes if reason) or "healthy"


def _latency_wish(goals, signals):
    if goals.latency is None:
        return MORE, ""
    if signals.latency is None:
        return UNKNOWN, "no data about latency"
    if signals.latency > goals.latency:
        return LESS, f"latency {signals.latency:.3f} s above {goals.latency:.3f} s"
    if signals.latency > ROOM * goals.latency:
        return HOLD, f"latency {signals.latency:.3f} s near {goals.latency:.3f} s"
    return MORE, f"latency {signals.latency:.3f} s"


def _share_wish(label, inputs):
    shares = inputs.goals.shares
    if shares is None:
        return MORE, ""
    total = sum(inputs.signals.get(each, Signals()).requests or 0 for each in inputs.weights)
    share, wanted = inputs.signals[label].requests / total, shares[label]
    text = f"share {share:.3f} of {wanted:.3f}"
    if abs(share - wanted) <= inputs.goals.tolerance:
        return HOLD, text
    return (LESS if share > wanted else MORE), text


def _targets(inputs, wishes):
    """Where each weight should go, before the step and the bounds limit it."""
    weights, bounds = inputs.weights, inputs.bounds
    room = any(one == MORE for one in wishes.values())
    losing = {label for label, one in wishes.items() if one == DOWN or (one == LESS and room)}
    if len(losing) == len(weights):
        return dict(weights)  # moving requests between branches that are all down helps nobody
    if losing:
        targets = dict(weights)
        for label, one in wishes.items():
            if label in losing:
                targets[label] = bounds[label].minimum
            elif one == MORE:
                targets[label] = bounds[label].maximum
        return targets
    if inputs.goals.shares is not None or LESS in wishes.values():
        return dict(weights)
    below = [label for label in weights if weights[label] < bounds[label].start]
    if below and not any(wishes[label] == MORE for label in below):
        return dict(weights)  # those that should get weight back have no room for it
    return {
        label: weight if weight < bounds[label].start and wishes[label] != MORE else bounds[label].start
        for label, weight in weights.items()
    }


def _settle(inputs, targets, why, wishes):
    """Limits the way to the targets by step and bounds. What one gains, others lose, if they can."""
    moves, paces = {}, dict(inputs.paces)
    for label, weight in inputs.weights.items():
        bounds = inputs.bounds[label]
        target = min(max(targets[label], bounds.minimum), bounds.maximum)
        direction = (target > weight) - (target < weight)
        if direction:
            paces[label] = _pace(inputs.paces.get(label), direction, inputs.step)
            moves[label] = direction * min(paces[label].step, abs(target - weight))
    given = -sum(move for move in moves.values() if move < 0)
    if given and any(one in (DOWN, LESS) for one in wishes.values()):
        moves = _share_out(moves, given)
    weights = {label: weight + moves.get(label, 0) for label, weight in inputs.weights.items()}
    for label, weight in inputs.weights.items():
        bounds = inputs.bounds[label]
        if not bounds.minimum <= weight <= bounds.maximum:
            why += f"; {label}: {weight} is not within {bounds.minimum}..{bounds.maximum}"
    if weights == inputs.weights:
        return _hold(inputs, why, wishes)
    if sum(weights.values()) == 0:
        return _hold(inputs, why + "; all weights would be 0", wishes)
    changed = {label: pace for label, pace in paces.items() if label in inputs.bounds}
    return Decision(weights, True, why, wishes, changed)


def _share_out(moves, given):
    """The branches that gain get only what others give, in equal parts; the first get the rest."""
    left = dict(sorted(((label, move) for label, move in moves.items() if move > 0)))
    gains = dict.fromkeys(left, 0)
    while given and left:
        part = max(1, given // len(left))
        for label in list(left):
            gain = min(part, left[label], given)
            gains[label] += gain
            given -= gain
            left[label] -= gain
            if not left[label]:
                del left[label]
    return {label: gains.get(label, move) for label, move in moves.items()}


def _pace(last, direction, step):
    if last is None:
        return Pace(direction, step)
    if last.direction != direction:
        return Pace(direction, max(1, min(last.step, step) // 2))
    if last.repeats + 1 < PATIENCE:
        return Pace(direction, min(last.step, step), last.repeats + 1)
    return Pace(direction, min(step, 2 * last.step))


def _hold(inputs, reason, wishes=None):
    return Decision(dict(inputs.weights), False, reason, wishes or {}, dict(inputs.paces))
