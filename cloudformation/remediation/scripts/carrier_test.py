"""The carrier against botocore's own models: every request is checked as the SDK checks it, and every answer is as AWS's would be."""
import json
import os
import unittest
from unittest import mock

import boto3
from botocore.stub import Stubber

import carrier

os.environ.update(AWS_ACCESS_KEY_ID="a", AWS_SECRET_ACCESS_KEY="b", AWS_DEFAULT_REGION="us-east-1")
SESSION = boto3.session.Session()
ACCOUNT = "111122223333"
TOPIC = f"arn:aws:sns:us-east-1:{ACCOUNT}:tocsin-alarms"


def read(service, operation, parameters, *at):
    return {"service": service, "operation": operation, "parameters": parameters, "at": list(at)}


TAG = read("sns", "ListTagsForResource", {"ResourceArn": TOPIC}, "Tags", {"Key": "tocsin"})
POLICY = read("sns", "GetTopicAttributes", {"TopicArn": TOPIC}, "Attributes", "Policy")


def call(service, operation, parameters, **more):
    empty = {"region": "us-east-1", "rest": None, "why": "why", "keeps": "keeps", "repairs": [], "done": [], "only": [], "waitsOut": []}
    return empty | {"service": service, "operation": operation, "parameters": parameters} | more


def plan(*calls, by_hand=(), account=ACCOUNT):
    return {"schema": "tocsin-plan/1", "account": account, "calls": list(calls), "byHand": list(by_hand)}


SUBSCRIBE = call("sns", "Subscribe", {"TopicArn": TOPIC, "Protocol": "email", "Endpoint": "a@example.com"})


class CarrierTest(unittest.TestCase):
    def setUp(self):
        self.stubs = {}
        self.answer("sts", "get_caller_identity", {"Account": ACCOUNT})
        mock.patch.object(carrier.boto3, "client", lambda service, **_: self.stub(service).client).start()
        mock.patch.object(carrier.time, "sleep").start()
        self.addCleanup(mock.patch.stopall)

    def stub(self, service):
        if service not in self.stubs:
            self.stubs[service] = Stubber(SESSION.client(service, region_name="us-east-1"))
            self.stubs[service].activate()
        return self.stubs[service]

    def answer(self, service, operation, answer, asked=None):
        self.stub(service).add_response(operation, answer, asked)

    def refuse(self, service, operation, code):
        self.stub(service).add_client_error(operation, code)

    def carry_out(self, plan, allowed=("sns:Subscribe",)):
        made = carrier.carry_out({"Plan": json.dumps(json.dumps(plan)), "Allowed": list(allowed)}, None)
        for stub in self.stubs.values():
            stub.assert_no_pending_responses()
        return made

    def test_a_call_is_made_as_planned(self):
        self.answer("sns", "subscribe", {"SubscriptionArn": "pending confirmation"}, SUBSCRIBE["parameters"])
        self.assertEqual(self.carry_out(plan(SUBSCRIBE)), {"Changes": ["sns:Subscribe"], "ByHand": ["nothing"]})

    def test_a_call_that_was_made_is_passed_over(self):
        done = SUBSCRIBE | {"done": [{"read": TAG, "isNot": None, "otherwise": ""}]}
        for _ in range(2):
            self.answer("sns", "list_tags_for_resource", {"Tags": [{"Key": "tocsin", "Value": "alarms"}]})
        self.assertEqual(self.carry_out(plan(done))["Changes"], ["none: everything was in place"])

    def test_a_call_of_no_list_is_left_with_all_that_follow(self):
        self.answer("sns", "subscribe", {"SubscriptionArn": "x"})
        made = self.carry_out(plan(SUBSCRIBE, call("sns", "DeleteTopic", {"TopicArn": TOPIC}), SUBSCRIBE, by_hand=["wait"]))
        self.assertEqual(made["Changes"], ["sns:Subscribe"])
        self.assertEqual([line.split()[0] for line in made["ByHand"]], ["wait", "sns:DeleteTopic", "sns:Subscribe"])

    def test_nothing_is_made_where_something_stands_in_the_way_of_a_later_call(self):
        ours = SUBSCRIBE | {"only": [{"read": TAG, "isNot": None, "otherwise": "somebody else made it"}]}
        self.answer("sns", "list_tags_for_resource", {"Tags": [{"Key": "team", "Value": "x"}]})
        with self.assertRaisesRegex(RuntimeError, "was not made: somebody else made it. Done before it: nothing"):
            self.carry_out(plan(SUBSCRIBE, ours))

    def test_a_rival_stops_the_call_just_before_it_is_made(self):
        policy = call("sns", "SetTopicAttributes", {"TopicArn": TOPIC, "AttributeName": "Policy", "AttributeValue": "{}"})
        policy["only"] = [{"read": POLICY, "is": "as read", "otherwise": "the policy changed"}]
        self.answer("sns", "get_topic_attributes", {"Attributes": {"Policy": "as read"}})
        self.answer("sns", "get_topic_attributes", {"Attributes": {"Policy": "another"}})
        with self.assertRaisesRegex(RuntimeError, "the policy changed"):
            self.carry_out(plan(policy), ["sns:SetTopicAttributes"])

    def test_what_does_not_exist_is_nothing_and_what_is_denied_stops(self):
        absent = SUBSCRIBE | {"only": [{"read": POLICY, "is": None, "otherwise": ""}]}
        for _ in range(2):
            self.refuse("sns", "get_topic_attributes", "NotFound")
        self.answer("sns", "subscribe", {"SubscriptionArn": "x"})
        self.carry_out(plan(absent))
        self.answer("sts", "get_caller_identity", {"Account": ACCOUNT})
        self.refuse("sns", "get_topic_attributes", "AuthorizationError")
        with self.assertRaisesRegex(Exception, "AuthorizationError"):
            self.carry_out(plan(absent))

    def test_an_alarm_keeps_what_the_plan_does_not_name(self):
        rest = read("cloudwatch", "DescribeAlarms", {"AlarmNames": ["a"]}, "MetricAlarms", {"AlarmName": "a"})
        there = {"AlarmName": "a", "AlarmDescription": "theirs", "StateValue": "OK", "Threshold": 3.0, "OKActions": ["x"], "AlarmActions": []}
        self.answer("cloudwatch", "describe_alarms", {"MetricAlarms": [there]})
        kept = {"AlarmName": "a", "AlarmDescription": "theirs", "Threshold": 3.0, "OKActions": ["x"], "AlarmActions": [TOPIC]}
        required = {"EvaluationPeriods": 1, "ComparisonOperator": "GreaterThanThreshold"}
        self.answer("cloudwatch", "put_metric_alarm", {}, kept | required)
        put = call("cloudwatch", "PutMetricAlarm", {"AlarmName": "a", "AlarmActions": [TOPIC]} | required, rest=rest)
        self.carry_out(plan(put), ["cloudwatch:PutMetricAlarm"])

    def test_an_error_that_passes_is_waited_out_and_another_says_what_was_done(self):
        self.refuse("sns", "subscribe", "NotYet")
        self.answer("sns", "subscribe", {"SubscriptionArn": "x"})
        self.refuse("sns", "subscribe", "Throttled")
        with self.assertRaisesRegex(RuntimeError, "Throttled.*Done before it: sns:Subscribe"):
            self.carry_out(plan(SUBSCRIBE | {"waitsOut": ["NotYet"]}, SUBSCRIBE))

    def test_another_account_or_no_plan_changes_nothing(self):
        with self.assertRaisesRegex(RuntimeError, "for account 444455556666, the role is of account 111122223333"):
            self.carry_out(plan(SUBSCRIBE, account="444455556666"))
        with self.assertRaisesRegex(RuntimeError, "did not answer with a plan"):
            carrier.carry_out({"Plan": '{"errorMessage": "no"}', "Allowed": []}, None)

    def test_alike_names_what_matters(self):
        self.assertTrue(carrier.alike({"a": 1, "b": None}, {"a": 1.0, "b": [], "c": 2}))
        self.assertTrue(carrier.alike({"a": ["x"]}, "%7B%22a%22%3A%5B%22x%22%5D%7D"))
        self.assertFalse(carrier.alike({"a": True}, {"a": 1}))
        self.assertFalse(carrier.alike(["a"], ["a", "b"]))
        self.assertFalse(carrier.alike({}, None))


if __name__ == "__main__":
    unittest.main()
