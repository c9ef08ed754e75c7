"""The starter of evaluations against botocore's own models: every call is checked as the SDK checks it."""
import json
import os
import unittest

import boto3
from botocore.stub import Stubber

import start_evaluation

OURS = "arn:aws:lambda:us-east-1:111122223333:function:tocsin"
os.environ["FUNCTION_ARN"] = OURS
os.environ["QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/111122223333/tocsin-touched"
TOUCHED = {"body": json.dumps({"call": "DeleteAlarms"})}


def client(service):
    return boto3.client(service, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")


def rule(name, function=OURS, state="ACTIVE"):
    return {
        "ConfigRuleName": name,
        "ConfigRuleState": state,
        "Source": {"Owner": "CUSTOM_LAMBDA", "SourceIdentifier": function},
    }


class StartEvaluationTest(unittest.TestCase):
    def setUp(self):
        self.config, self.sqs = client("config"), client("sqs")
        self.config_calls, self.sqs_calls = Stubber(self.config), Stubber(self.sqs)

    def there_are(self, *pages):
        for number, page in enumerate(pages):
            answer = {"ConfigRules": page} | ({"NextToken": str(number)} if page is not pages[-1] else {})
            expected = {"NextToken": str(number - 1)} if number else {}
            self.config_calls.add_response("describe_config_rules", answer, expected)

    def expect_start(self, *names):
        self.config_calls.add_response("start_config_rules_evaluation", {}, {"ConfigRuleNames": list(names)})

    def run_with(self, *messages):
        with self.config_calls, self.sqs_calls:
            start_evaluation.start(messages, self.config, self.sqs)
        self.config_calls.assert_no_pending_responses()
        self.sqs_calls.assert_no_pending_responses()

    def test_only_rules_of_the_function_on_every_page(self):
        self.there_are([rule("a"), rule("other", OURS + "-2")], [rule("b"), rule("gone", state="DELETING_RESULTS")])
        self.expect_start("a", "b")
        self.run_with(TOUCHED, TOUCHED)

    def test_more_rules_than_a_call_takes_are_left_for_the_next_minute(self):
        names = [f"rule-{number:02}" for number in range(30)]
        self.there_are([rule(name) for name in names])
        self.expect_start(*names[:25])
        self.sqs_calls.add_response(
            "send_message",
            {},
            {
                "QueueUrl": os.environ["QUEUE_URL"],
                "DelaySeconds": 75,
                "MessageBody": json.dumps({"rules": names[25:]}),
            },
        )
        self.run_with(TOUCHED)

    def test_what_was_left_is_started_if_it_is_still_there(self):
        self.there_are([rule("a"), rule("b")])
        self.expect_start("b")
        self.run_with({"body": json.dumps({"rules": ["b", "deleted-meanwhile"]})})

    def test_a_new_touch_asks_for_all_again(self):
        self.there_are([rule("a"), rule("b")])
        self.expect_start("a", "b")
        self.run_with({"body": json.dumps({"rules": ["b"]})}, TOUCHED)

    def test_no_rule_no_call(self):
        self.there_are([rule("other", OURS + "-2")])
        self.run_with(TOUCHED)

    def test_a_refusal_fails_so_that_the_message_comes_back(self):
        self.there_are([rule("a")])
        self.config_calls.add_client_error("start_config_rules_evaluation", "LimitExceededException")
        with self.assertRaises(self.config.exceptions.LimitExceededException):
            self.run_with(TOUCHED)


if __name__ == "__main__":
    unittest.main()
