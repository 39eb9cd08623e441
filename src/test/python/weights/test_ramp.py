"""The stages of a ramp, and what aborts it."""

import unittest

from ramp import RampInputs, Stage, decide

STAGES = (Stage(0, 1), Stage(600, 5), Stage(1800, 25), Stage(3600, 100))


def at(seconds, **changes):
    given = {
        "branch": "canary",
        "stages": STAGES,
        "start": 10_000.0,
        "weights": {"stable": 100, "canary": 0},
        "alarms": {"errors": "OK"},
        "frozen": False,
        "now": 10_000.0 + seconds,
    }
    return decide(RampInputs(**{**given, **changes}))


class Ramp(unittest.TestCase):
    def test_goes_up_with_the_time(self):
        for seconds, canary in ((-1, 0), (0, 1), (599, 1), (600, 5), (1800, 25), (9999, 100)):
            with self.subTest(seconds):
                decision, aborted = at(seconds)
                self.assertEqual(decision.weights, {"stable": 100 - canary, "canary": canary})
                self.assertIsNone(aborted)

    def test_an_alarm_aborts_it(self):
        decision, aborted = at(700, alarms={"errors": "ALARM"}, weights={"stable": 95, "canary": 5})
        self.assertEqual(decision.weights, {"stable": 100, "canary": 0})
        self.assertEqual(aborted, 10_000.0)
        self.assertIn("aborted by errors", decision.reason)

    def test_it_stays_aborted_when_the_alarm_is_over(self):
        decision, aborted = at(4000, aborted=10_000.0)
        self.assertEqual(decision.weights["canary"], 0)
        self.assertEqual(aborted, 10_000.0)

    def test_another_start_is_another_ramp(self):
        decision, aborted = at(0, aborted=5.0)
        self.assertEqual(decision.weights["canary"], 1)
        self.assertIsNone(aborted)

    def test_an_unknown_alarm_stops_the_next_stage_and_nothing_else(self):
        for state in ("INSUFFICIENT_DATA", None):
            held, _ = at(700, alarms={"errors": state}, weights={"stable": 99, "canary": 1})
            self.assertFalse(held.changed)
            self.assertIn("no data about errors", held.reason)

    def test_frozen_changes_nothing(self):
        decision, _ = at(700, frozen=True, alarms={"errors": "ALARM"})
        self.assertFalse(decision.changed)

    def test_never_all_zero(self):
        for seconds in range(-100, 5000, 50):
            for state in ("OK", "ALARM", None):
                decision, _ = at(seconds, alarms={"errors": state})
                self.assertEqual(sum(decision.weights.values()), 100)

    def test_stages_that_do_not_go_up_are_refused(self):
        for stages in ((), (Stage(5, 1),), (Stage(0, 5), Stage(9, 5)), (Stage(0, 101),)):
            with self.subTest(stages), self.assertRaises(ValueError):
                at(0, stages=stages)


if __name__ == "__main__":
    unittest.main()
