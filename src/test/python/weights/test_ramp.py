"""The stages of a ramp, and what aborts it."""

import json
import unittest

import ramps
from botocore.exceptions import EndpointConnectionError
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


class Aws:
    """Route 53, SSM, and CloudWatch, as far as a ramp needs them."""

    def __init__(self):
        self.weights = {"stable": 100, "canary": 0}
        self.state, self.alarm, self.batches, self.reachable = "{}", "OK", 0, True

    def list_resource_record_sets(self, **_):
        sets = [
            {"Name": "www.example.com.", "Type": "A", "SetIdentifier": label, "Weight": weight}
            for label, weight in self.weights.items()
        ]
        return {"ResourceRecordSets": sets, "IsTruncated": False}

    def change_resource_record_sets(self, HostedZoneId, ChangeBatch):
        self.batches += 1
        for change in ChangeBatch["Changes"]:
            one = change["ResourceRecordSet"]
            self.weights[one["SetIdentifier"]] = one["Weight"]

    def get_parameter(self, Name):
        return {"Parameter": {"Value": self.state}}

    def put_parameter(self, Name, Value, Type, Overwrite):
        self.state = Value

    def describe_alarms(self, AlarmNames, AlarmTypes, MaxRecords):
        if not self.reachable:
            raise EndpointConnectionError(endpoint_url="https://monitoring")
        alarms = [{"AlarmName": "errors", "StateValue": self.alarm}] if self.alarm else []
        return {"MetricAlarms": alarms, "CompositeAlarms": []}


class OverTime(unittest.TestCase):
    """Runs once a minute, as the schedule does, from ten minutes before the start."""

    def setUp(self):
        self.aws, self.log, self.failures, self.start = Aws(), [], [], 10_000

    def run_at(self, now):
        branches = {label: {"identifier": label} for label in ("stable", "canary")}
        settings = {
            "branch": "canary",
            "stages": [[0, 1], [600, 5], [1800, 25], [3600, 100]],
            "start": self.start,
            "alarms": ["errors"],
        }
        name = {"name": "www.example.com", "types": ["A"], "branches": branches, "ramp": settings}
        ramps.run(
            {"zone": "Z", "state": "state"},
            name,
            self.aws,
            self.aws,
            False,
            now,
            lambda *line: self.log.append(line),
            self.failures,
            lambda service, config: self.aws,
        )
        self.assertEqual(sum(self.aws.weights.values()), 100)
        return self.aws.weights["canary"]

    def run_until(self, end, begin=9_400):
        reached = [self.run_at(now) for now in range(begin, end, 60)]
        return [one for i, one in enumerate(reached) if i == 0 or one != reached[i - 1]]

    def test_without_alarms_it_goes_through_all_stages_and_stays(self):
        self.assertEqual(self.run_until(20_000), [0, 1, 5, 25, 100])
        self.assertEqual(self.aws.batches, 4)
        self.assertEqual(self.aws.state, "{}")
        self.assertEqual(len(self.log), len(range(9_400, 20_000, 60)))

    def test_an_alarm_ends_it_until_another_start(self):
        self.assertEqual(self.run_until(11_000), [0, 1, 5])
        self.aws.alarm = "ALARM"
        self.assertEqual(self.run_at(11_000), 0)
        self.assertEqual(json.loads(self.aws.state), {"www.example.com": {"aborted": 10_000}})
        self.aws.alarm = "OK"
        self.assertEqual(self.run_until(20_000, 11_060), [0])
        self.start = 30_000
        self.assertEqual(self.run_until(40_000, 29_900), [0, 1, 5, 25, 100])

    def test_an_alarm_without_data_holds_and_then_it_goes_on(self):
        self.run_until(10_500)
        self.aws.alarm = None
        self.assertEqual(self.run_until(12_500, 10_500), [1])
        self.aws.alarm = "OK"
        self.assertEqual(self.run_at(12_560), 25)

    def test_alarms_that_cannot_be_read_are_unknown_and_a_failure(self):
        self.run_until(10_500)
        self.aws.reachable = False
        self.assertEqual(self.run_at(11_000), 1)
        self.assertIn("EndpointConnectionError", self.failures[0])


if __name__ == "__main__":
    unittest.main()
