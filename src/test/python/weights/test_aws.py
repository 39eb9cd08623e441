"""What the function reads from AWS and writes to it. Fakes answer as the APIs do."""

import io
import json
import os
import unittest
from contextlib import redirect_stdout
from unittest import mock

import memory
import records
import signals
import weights
from botocore.exceptions import EndpointConnectionError
from decision import Pace, Signals

US, EU = "us-east-1", "eu-west-1"


def result(name, *values, status="Complete"):
    return {"Id": name, "Values": list(values), "StatusCode": status}


class TheSignals(unittest.TestCase):
    def test_latency_and_errors_are_per_request_and_hosts_are_the_newest(self):
        found = signals.interpret(
            [
                result("hosts", 3.0, 2.0),
                result("requests", 60.0, 40.0),
                result("seconds", 30.0, 10.0),
                result("measured", 60.0, 20.0),
                result("failed", 4.0),
                result("refused", 0.0),
            ]
        )
        self.assertEqual(found, Signals(3.0, 100.0, 0.5, 0.04))

    def test_no_data_is_unknown(self):
        empty = [result(name) for name in signals.QUERIES]
        self.assertEqual(signals.interpret(empty), Signals())

    def test_no_errors_are_zero_errors(self):
        found = signals.interpret([result("requests", 10.0), result("failed")])
        self.assertEqual(found.error_rate, 0.0)

    def test_partial_data_is_unknown(self):
        partial = [result("requests", 10.0), result("failed", status="PartialData")]
        self.assertEqual(signals.interpret(partial), Signals())

    def test_the_window_ends_before_the_delay_at_a_whole_minute(self):
        asked = {}

        class CloudWatch:
            def get_metric_data(self, **given):
                asked.update(given)
                return {"MetricDataResults": [result(name) for name in signals.QUERIES]}

        arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:"
        region = {
            "region": US,
            "load-balancer": arn + "loadbalancer/app/us/1",
            "target-group": arn + "targetgroup/us/2",
        }
        signals.read(region, 10_030.0, 120, 180, lambda service, **_: CloudWatch())
        self.assertEqual((asked["StartTime"], asked["EndTime"]), (9720.0, 9900.0))
        by_id = {one["Id"]: one["MetricStat"] for one in asked["MetricDataQueries"]}
        balancer = {"Name": "LoadBalancer", "Value": "app/us/1"}
        group = {"Name": "TargetGroup", "Value": "targetgroup/us/2"}
        self.assertEqual(by_id["hosts"]["Metric"]["Dimensions"], [balancer, group])
        self.assertEqual(by_id["requests"]["Metric"]["Dimensions"], [balancer])


def record(kind, identifier, weight, name="api.example.com."):
    alias = {"HostedZoneId": "Z1", "DNSName": "lb.", "EvaluateTargetHealth": True}
    key = {"Name": name, "Type": kind, "SetIdentifier": identifier, "Weight": weight}
    return {**key, "AliasTarget": alias}


class Route53:
    """Lists two record sets per page, from a start, in the order of names and types."""

    def __init__(self, *sets):
        self.sets, self.changes = sorted(sets, key=self._key), []

    @staticmethod
    def _key(one):
        return one["Name"].rstrip("."), one["Type"], one.get("SetIdentifier", "")

    def list_resource_record_sets(self, **asked):
        start = (
            asked["StartRecordName"].rstrip("."),
            asked["StartRecordType"],
            asked.get("StartRecordIdentifier", ""),
        )
        left = [one for one in self.sets if self._key(one) >= start]
        answer = {"ResourceRecordSets": left[:2], "IsTruncated": len(left) > 2}
        if len(left) > 2:
            answer["NextRecordName"], answer["NextRecordType"] = left[2]["Name"], left[2]["Type"]
            answer["NextRecordIdentifier"] = left[2]["SetIdentifier"]
        return answer

    def change_resource_record_sets(self, **change):
        self.changes.append(change)


BRANCHES = {"us": {"identifier": "US"}, "eu": {"identifier": "EU"}, "ap": {"identifier": "AP"}}


class TheRecordSets(unittest.TestCase):
    def test_all_pages_and_types_are_read_and_no_other_name(self):
        sets = [record(kind, one, 5) for kind in ("A", "AAAA") for one in ("US", "EU", "AP")]
        other = record("A", "US", 9, "b.example.com.")
        route53 = Route53(*sets, other)
        found = records.read(route53, "Z", "api.example.com", ["A", "AAAA"])
        self.assertEqual(len(found), 6)
        self.assertEqual(
            records.weights(found, ["A", "AAAA"], BRANCHES), {"us": 5, "eu": 5, "ap": 5}
        )

    def test_a_missing_or_additional_branch_is_refused(self):
        for present in (("US", "EU"), ("US", "EU", "AP", "SA")):
            found = {("A", one): record("A", one, 5) for one in present}
            with self.subTest(present), self.assertRaises(records.Unexpected):
                records.weights(found, ["A"], BRANCHES)

    def test_types_with_different_weights_are_refused(self):
        found = {(kind, "US"): record(kind, "US", len(kind)) for kind in ("A", "AAAA")}
        with self.assertRaisesRegex(records.Unexpected, "several weights"):
            records.weights(found, ["A", "AAAA"], {"us": {"identifier": "US"}})

    def test_only_weights_change_and_in_one_batch(self):
        found = {("A", one): record("A", one, 5) for one in ("US", "EU", "AP")}
        route53 = Route53()
        records.write(route53, "Z", found, BRANCHES, {"us": 4, "eu": 6, "ap": 5})
        (batch,) = route53.changes
        changes = batch["ChangeBatch"]["Changes"]
        self.assertEqual([one["Action"] for one in changes], ["UPSERT", "UPSERT"])
        sent = [one["ResourceRecordSet"] for one in changes]
        self.assertEqual(sent, [record("A", "EU", 6), record("A", "US", 4)])

    def test_a_wildcard_is_found_by_its_escaped_name(self):
        found = records.read(
            Route53(record("A", "US", 5, "\\052.example.com.")), "Z", "*.example.com", ["A"]
        )
        self.assertEqual(len(found), 1)


class Ssm:
    def __init__(self, **values):
        self.values = values

    def get_parameter(self, Name):
        return {"Parameter": {"Value": self.values[Name]}}

    def put_parameter(self, Name, Value, Type, Overwrite):
        self.values[Name] = Value


class TheMemory(unittest.TestCase):
    def test_what_is_saved_is_loaded(self):
        ssm = Ssm(state="{}")
        paces = {"us": Pace(-1, 5, 1)}
        memory.save(ssm, "state", memory.with_change({}, "api", 7.0, paces))
        loaded = memory.load(ssm, "state")
        self.assertEqual(memory.of_name(loaded, "api"), (7.0, paces))
        self.assertEqual(memory.of_name(loaded, "www"), (None, {}))

    def test_only_off_is_off(self):
        for value in ("on", "OFF", "false", "", "of"):
            self.assertTrue(memory.is_frozen(Ssm(freeze=value), "freeze"))
        self.assertFalse(memory.is_frozen(Ssm(freeze="off"), "freeze"))


class TheHandler(unittest.TestCase):
    """Runs the whole function with fakes."""

    def setUp(self):
        self.route53 = Route53(record("A", "us", 128), record("A", "eu", 128))
        self.ssm = Ssm(freeze="off", state="{}")
        self.signals = {US: Signals(2, 1000, 0.8, 0.0), EU: Signals(2, 1000, 0.1, 0.0)}
        self.names = [self.name("api.example.com")]
        self.read = lambda region, *_: self.signals[region["region"]]

    @staticmethod
    def name(name):
        branches = {
            label: {"identifier": label, "region": region, "minimum": 20, "maximum": 200, "start": 128}
            for label, region in (("us", US), ("eu", EU))
        }
        pace = {"step": 10, "cool-down": 300, "metric-delay": 120, "window": 180}
        return {"name": name, "types": ["A"], "goals": {"latency": 0.2}, "branches": branches, **pace}

    def run_once(self):
        regions = {region: {"region": region} for region in (US, EU)}
        config = {"zone": "Z", "freeze": "freeze", "state": "state", "names": self.names}
        config["regions"] = regions
        clients = {"route53": self.route53, "ssm": self.ssm}
        log = io.StringIO()
        with (
            mock.patch.dict(os.environ, CONFIG=json.dumps(config)),
            mock.patch.object(weights.boto3, "client", lambda service: clients[service]),
            mock.patch.object(signals, "read", self.read),
            redirect_stdout(log),
        ):
            try:
                return weights.handler({"detail-type": "Scheduled Event"}), log.getvalue()
            except RuntimeError as failure:
                return failure, log.getvalue()

    def test_changes_once_per_cool_down_and_logs_all_inputs(self):
        answer, log = self.run_once()
        self.assertEqual(answer["api.example.com"]["weights"], {"us": 118, "eu": 138})
        line = json.loads(log)
        self.assertEqual(line["inputs"]["signals"]["us"]["latency"], 0.8)
        self.assertEqual(line["inputs"]["weights"], {"us": 128, "eu": 128})
        self.assertEqual(line["inputs"]["bounds"]["us"]["maximum"], 200)
        self.assertEqual(line["inputs"]["step"], 10)
        self.assertEqual(line["decision"]["weights"], {"us": 118, "eu": 138})
        self.assertEqual(line["trigger"], "Scheduled Event")
        answer, _ = self.run_once()
        self.assertIn("cooling down", answer["api.example.com"]["reason"])
        self.assertEqual(len(self.route53.changes), 1)

    def test_frozen_is_logged_and_changes_nothing(self):
        self.ssm.values["freeze"] = "on"
        _, log = self.run_once()
        self.assertEqual(json.loads(log)["decision"]["reason"], "frozen")
        self.assertEqual(self.route53.changes, [])

    def test_a_region_that_cannot_be_read_has_no_data_and_fails_the_run(self):
        def unreachable(region, *_):
            if region["region"] == EU:
                raise EndpointConnectionError(endpoint_url="https://monitoring.eu-west-1")
            return self.signals[US]

        self.read = unreachable
        failure, log = self.run_once()
        self.assertIn("eu-west-1", str(failure))
        lines = [json.loads(one) for one in log.splitlines()]
        self.assertEqual([one["event"] for one in lines], ["failure", "decision"])
        self.assertIn("eu: no data about healthy hosts", lines[1]["decision"]["reason"])
        self.assertEqual(self.route53.changes, [])

    def test_a_name_that_fails_does_not_stop_the_others_but_fails_the_run(self):
        self.names.insert(0, self.name("gone.example.com"))
        failure, log = self.run_once()
        self.assertIsInstance(failure, RuntimeError)
        self.assertIn("gone.example.com", str(failure))
        self.assertEqual([json.loads(one)["event"] for one in log.splitlines()], ["failure", "decision"])
        self.assertEqual(len(self.route53.changes), 1)


if __name__ == "__main__":
    unittest.main()
