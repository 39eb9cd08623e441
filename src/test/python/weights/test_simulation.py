"""Simulates two regions under load to show that the weights settle, and recover after a failure.

Each minute, the requests follow the weights that resolvers know: an answer is cached for up to the
TTL. A region's latency grows with its load, as in a queue. The controller sees noisy metrics that
are late. The noise comes from seeded generators, so every run is the same.
"""

import random
import unittest
from collections import deque

from decision import Bounds, Goals, Inputs, Signals, decide

US, EU = "us-east-1", "eu-west-1"
MINUTE, TTL, DELAY, WINDOW = 60, 60, 120, 180
COOL_DOWN = 2 * TTL + DELAY + WINDOW
TARGET = 0.2
START = 128


class Simulation:
    """`capacity` is a function from the minute to the requests per minute that a region can take."""

    def __init__(self, seed, demand, capacity, noise=0.05, base=0.05, step=10):
        self.choose = random.Random(seed)
        self.demand, self.capacity, self.noise, self.base = demand, capacity, noise, base
        self.step = step
        self.weights = {US: START, EU: START}
        self.known = dict(self.weights)  # what caches answer with
        self.seen = deque(maxlen=(DELAY + WINDOW) // MINUTE)
        self.paces, self.last_change = {}, None
        self.history, self.latencies = [], []

    def run(self, minutes):
        for minute in range(minutes):
            self._serve(minute)
            self._adjust(minute)
            self.history.append(self.weights[US])
        return self

    def _serve(self, minute):
        aged = MINUTE / (MINUTE + TTL)
        total_known = sum(self.known.values())
        measured = {}
        for region in self.weights:
            requests = self.demand(minute) * self.known[region] / total_known
            load = min(requests / self.capacity(minute, region), 0.98)
            latency = self.base / (1 - load) * self.choose.lognormvariate(0, self.noise)
            measured[region] = (requests, latency)
        for region, weight in self.weights.items():
            self.known[region] += aged * (weight - self.known[region])
        self.seen.append(measured)
        self.latencies.append({region: latency for region, (_, latency) in measured.items()})

    def _adjust(self, minute):
        window = list(self.seen)[: WINDOW // MINUTE] if len(self.seen) == self.seen.maxlen else []
        signals = {region: self._signals(region, window) for region in self.weights}
        decision = decide(
            Inputs(
                weights=dict(self.weights),
                signals=signals,
                bounds=dict.fromkeys(self.weights, Bounds(10, 246, START)),
                goals=Goals(latency=TARGET),
                step=self.step,
                cool_down=COOL_DOWN,
                frozen=False,
                now=minute * MINUTE,
                last_change=self.last_change,
                paces=self.paces,
            )
        )
        if decision.changed:
            self.weights, self.paces = decision.weights, decision.paces
            self.last_change = minute * MINUTE

    @staticmethod
    def _signals(region, window):
        if not window:
            return Signals()
        requests = sum(one[region][0] for one in window)
        seconds = sum(one[region][0] * one[region][1] for one in window)
        return Signals(healthy_hosts=2, requests=requests, latency=seconds / requests)


def moved(history):
    return sum(abs(after - before) for before, after in zip(history, history[1:]))


def reversals(history):
    moves = [after - before for before, after in zip(history, history[1:]) if after != before]
    return sum(one * other < 0 for one, other in zip(moves, moves[1:]))


class TheControlLoop(unittest.TestCase):
    SEEDS = range(20)

    def test_does_nothing_while_all_is_well(self):
        for seed in self.SEEDS:
            run = Simulation(seed, lambda _: 1000, lambda *_: 1000).run(600)
            self.assertEqual(set(run.history), {START}, seed)

    def test_settles_where_the_small_region_is_fast_enough(self):
        sizes = {US: 500, EU: 1500}
        for seed in self.SEEDS:
            run = Simulation(seed, lambda _: 1000, lambda _, region: sizes[region]).run(1200)
            late = run.history[600:]
            self.assertLess(late[-1], START - 20, seed)
            self.assertLessEqual(max(late) - min(late), 10, seed)
            self.assertLessEqual(reversals(late), 3, seed)
            mean = sum(one[US] for one in run.latencies[600:]) / 600
            self.assertLess(mean, TARGET, seed)

    def test_does_not_oscillate_with_a_large_step_and_much_noise(self):
        sizes = {US: 500, EU: 1500}
        for seed in self.SEEDS:
            run = Simulation(
                seed, lambda _: 1000, lambda _, region: sizes[region], noise=0.2, step=60
            ).run(2400)
            late = run.history[1200:]
            self.assertLessEqual(max(late) - min(late), 20, seed)
            self.assertLessEqual(moved(late), 20 * 15, seed)  # hours, and weight per hour
            mean = sum(one[US] for one in run.latencies[1200:]) / 1200
            self.assertLess(mean, TARGET, seed)

    def test_recovers_after_a_region_slows_down_and_gets_well(self):
        def capacity(minute, region):
            return 300 if region == US and 100 <= minute < 500 else 1000

        for seed in self.SEEDS:
            run = Simulation(seed, lambda _: 800, capacity).run(1100)
            self.assertEqual(set(run.history[:100]), {START}, seed)
            self.assertLess(run.history[499], START - 30, seed)
            mean = sum(one[US] for one in run.latencies[400:500]) / 100
            self.assertLess(mean, TARGET, seed)
            self.assertEqual(set(run.history[-100:]), {START}, seed)
            self.assertLessEqual(reversals(run.history), 6, seed)

    def test_an_unstable_rule_would_fail_these_tests(self):
        """Shows that the checks can fail: without memory of the last step, it swings forever."""

        class Forgetful(Simulation):
            def _adjust(self, minute):
                super()._adjust(minute)
                self.paces = {}

        sizes = {US: 500, EU: 1500}
        run = Forgetful(1, lambda _: 1000, lambda _, region: sizes[region], noise=0.2, step=60)
        late = run.run(2400).history[1200:]
        self.assertGreater(max(late) - min(late), 20)
        self.assertGreater(moved(late), 20 * 15)


if __name__ == "__main__":
    unittest.main()
