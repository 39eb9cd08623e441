"""The decisions on weights, one claim per test."""

import dataclasses
import random
import unittest

from decision import Bounds, Goals, Inputs, Pace, Signals, decide

US, EU = "us-east-1", "eu-west-1"
FAST = Signals(healthy_hosts=2, requests=1000, latency=0.1, error_rate=0.0)
NEAR = dataclasses.replace(FAST, latency=0.18)
SLOW = dataclasses.replace(FAST, latency=0.8)
BROKEN = dataclasses.replace(FAST, error_rate=0.5)
DEAD = Signals(healthy_hosts=0)


def inputs(us, eu, **changes):
    given = {
        "weights": {US: 128, EU: 128},
        "signals": {US: us, EU: eu},
        "bounds": {US: Bounds(20, 200, 128), EU: Bounds(20, 200, 128)},
        "goals": Goals(latency=0.2, error_rate=0.05),
        "step": 10,
        "cool_down": 300,
        "frozen": False,
        "now": 10_000.0,
    }
    return Inputs(**{**given, **changes})


class Holds(unittest.TestCase):
    def held(self, reason, us, eu, **changes):
        decision = decide(inputs(us, eu, **changes))
        self.assertFalse(decision.changed)
        self.assertIn(reason, decision.reason)
        self.assertEqual(decision.weights, changes.get("weights", {US: 128, EU: 128}))

    def test_while_frozen(self):
        self.held("frozen", SLOW, FAST, frozen=True)

    def test_during_the_cool_down(self):
        self.held("cooling down for 1 s", SLOW, FAST, last_change=9_701.0)

    def test_until_the_end_of_the_cool_down(self):
        self.assertTrue(decide(inputs(SLOW, FAST, last_change=9_700.0)).changed)

    def test_without_any_data(self):
        self.held("us-east-1: no data about healthy hosts", Signals(), Signals())

    def test_if_one_branch_has_no_data(self):
        self.held("eu-west-1: no data about healthy hosts", SLOW, Signals())

    def test_if_one_signal_is_missing(self):
        for signal, text in (
            ("latency", "latency"),
            ("error_rate", "errors"),
            ("requests", "requests"),
            ("healthy_hosts", "healthy hosts"),
        ):
            with self.subTest(signal):
                unknown = dataclasses.replace(FAST, **{signal: None})
                self.held("eu-west-1: no data about " + text, SLOW, unknown)

    def test_if_all_branches_are_slow(self):
        self.held("above", SLOW, SLOW)

    def test_if_all_branches_are_down(self):
        self.held("no healthy host", DEAD, DEAD)

    def test_if_the_others_have_no_room(self):
        self.held("near", SLOW, NEAR)

    def test_if_all_is_well(self):
        self.held("latency 0.100 s", FAST, FAST)

    def test_if_all_weights_are_zero(self):
        self.held("all weights are 0", SLOW, FAST, weights={US: 0, EU: 0})


class Changes(unittest.TestCase):
    def weights(self, us, eu, **changes):
        decision = decide(inputs(us, eu, **changes))
        return decision.weights[US], decision.weights[EU]

    def test_a_slow_branch_gives_one_step_to_a_fast_one(self):
        self.assertEqual(self.weights(SLOW, FAST), (118, 138))

    def test_a_branch_with_errors_gives(self):
        self.assertEqual(self.weights(BROKEN, FAST), (118, 138))

    def test_a_branch_without_hosts_gives_even_if_the_other_has_no_room(self):
        self.assertEqual(self.weights(DEAD, NEAR), (118, 128))

    def test_no_weight_leaves_its_bounds(self):
        self.assertEqual(self.weights(SLOW, FAST, weights={US: 23, EU: 199}), (20, 200))

    def test_a_weight_outside_its_bounds_returns_into_them(self):
        self.assertEqual(self.weights(FAST, FAST, weights={US: 5, EU: 128}), (15, 128))

    def test_well_branches_return_to_their_start(self):
        self.assertEqual(self.weights(FAST, FAST, weights={US: 98, EU: 158}), (108, 148))

    def test_well_branches_go_no_further_than_their_start(self):
        self.assertEqual(self.weights(FAST, FAST, weights={US: 125, EU: 131}), (128, 128))

    def test_a_branch_without_room_does_not_return(self):
        self.assertEqual(self.weights(NEAR, FAST, weights={US: 98, EU: 158}), (98, 158))

    def test_an_idle_branch_returns(self):
        idle = Signals(healthy_hosts=2)
        bounds = {US: Bounds(0, 200, 128), EU: Bounds(20, 200, 128)}
        self.assertEqual(
            self.weights(idle, FAST, weights={US: 0, EU: 200}, bounds=bounds), (10, 190)
        )

    def test_a_few_slow_requests_say_nothing(self):
        few = dataclasses.replace(SLOW, requests=19, error_rate=1.0)
        self.assertEqual(self.weights(few, FAST), (128, 128))

    def test_steps_back_are_half_as_far_until_the_third(self):
        weights, paces, seen = {US: 88, EU: 168}, {US: Pace(-1, 10), EU: Pace(1, 10)}, []
        for _ in range(4):
            decision = decide(inputs(FAST, FAST, weights=weights, paces=paces))
            weights, paces = decision.weights, decision.paces
            seen.append(weights[US])
        self.assertEqual(seen, [93, 98, 108, 118])

    def test_the_step_never_shrinks_to_nothing(self):
        paces = {US: Pace(1, 1), EU: Pace(-1, 1)}
        self.assertEqual(self.weights(SLOW, FAST, paces=paces), (127, 129))

    def test_what_one_branch_gives_the_others_share(self):
        signals = {"a": SLOW, "b": FAST, "c": FAST}
        decision = decide(
            inputs(
                SLOW,
                FAST,
                weights=dict.fromkeys(signals, 100),
                signals=signals,
                bounds=dict.fromkeys(signals, Bounds(1, 200, 100)),
                step=9,
            )
        )
        self.assertEqual(decision.weights, {"a": 91, "b": 105, "c": 104})


class Shares(unittest.TestCase):
    def decision(self, us, eu):
        return decide(
            inputs(
                dataclasses.replace(FAST, requests=us),
                dataclasses.replace(FAST, requests=eu),
                goals=Goals(shares={US: 0.7, EU: 0.3}),
            )
        )

    def test_too_many_requests_move(self):
        self.assertEqual(self.decision(500, 500).weights, {US: 138, EU: 118})

    def test_a_share_within_the_tolerance_holds(self):
        self.assertFalse(self.decision(660, 340).changed)


class Rules(unittest.TestCase):
    """What holds for every decision, tried with 20,000 random inputs."""

    def random_inputs(self, choose):
        labels = [US, EU, "ap-south-1", "sa-east-1"][: choose.randint(2, 4)]
        bounds = {}
        for label in labels:
            low, start, high = sorted(choose.choices(range(256), k=3))
            bounds[label] = Bounds(low, high, start)
        if all(one.minimum == 0 for one in bounds.values()):
            return None
        choices = [FAST, NEAR, SLOW, BROKEN, DEAD, Signals(), Signals(healthy_hosts=1)]
        shares = choose.choice([None, dict.fromkeys(labels, 1 / len(labels))])
        return inputs(
            FAST,
            FAST,
            weights={label: choose.randint(0, 255) for label in labels},
            bounds=bounds,
            signals={label: choose.choice(choices) for label in labels},
            goals=Goals(
                latency=choose.choice([None, 0.2]),
                error_rate=choose.choice([None, 0.05]),
                shares=shares,
            ),
            step=choose.randint(1, 60),
            frozen=choose.random() < 0.1,
            last_change=choose.choice([None, 9_000.0, 9_900.0]),
            paces={one: Pace(choose.choice([-1, 1]), choose.randint(1, 60)) for one in labels},
        )

    def test_bounds_step_and_sum_always_hold(self):
        choose, changes = random.Random(13), 0
        for _ in range(20_000):
            given = self.random_inputs(choose)
            if given is None:
                continue
            decision = decide(given)
            self.assertEqual(decision.changed, decision.weights != given.weights)
            self.assertTrue(decision.reason)
            changes += decision.changed
            for label, weight in decision.weights.items():
                before, bounds = given.weights[label], given.bounds[label]
                self.assertLessEqual(abs(weight - before), given.step)
                inside = bounds.minimum <= weight <= bounds.maximum
                nearer = abs(weight - bounds.start) <= abs(before - bounds.start)
                self.assertTrue(inside or nearer, given)
            if decision.changed:
                self.assertGreater(sum(decision.weights.values()), 0)
                self.assertFalse(given.frozen)
                self.assertNotEqual(given.last_change, 9_900.0)
        self.assertGreater(changes, 1_000)

    def test_impossible_inputs_are_refused(self):
        for bad in (
            {"bounds": {US: Bounds(0, 200, 128), EU: Bounds(0, 200, 128)}},
            {"bounds": {US: Bounds(1, 200, 128)}},
            {"step": 0},
        ):
            with self.subTest(bad), self.assertRaises(ValueError):
                inputs(FAST, FAST, **bad)
        for bounds in ((-1, 5, 3), (5, 3, 4), (0, 256, 3), (4, 9, 3)):
            with self.subTest(bounds), self.assertRaises(ValueError):
                Bounds(*bounds)


if __name__ == "__main__":
    unittest.main()
