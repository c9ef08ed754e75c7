"""Puts the control's published pattern on the trail's own log group, and an alarm on its metric that notifies the topic."""


def handler(events, context):
    return run(events, create_metric_filter_and_alarm)


def create_metric_filter_and_alarm(repair, events):
    control, facts = control_of(events)
    group = judged_log_group(repair)
    wanted_filter = repair.desired("PutMetricFilter", control=control, logGroup=group, pattern=facts["pattern"])
    existing_filter = metric_filter(repair, wanted_filter)
    alarm_name = repair.desired("PutMetricAlarm", control=control, title="", topicArn="")["AlarmName"]
    existing_alarm = metric_alarm(repair, alarm_name)
    topic = topic_arn(repair, events)
    if existing_filter is None or differs(existing_filter, wanted_filter):
        repair.write("PutMetricFilter", wanted_filter)
    wanted_alarm = repair.desired("PutMetricAlarm", control=control, title=facts["title"], topicArn=topic)
    if existing_alarm is None or differs(existing_alarm, wanted_alarm):
        repair.write("PutMetricAlarm", wanted_alarm)


def metric_filter(repair, wanted):
    """Our filter as it is; a filter of that name whose metric is not in our namespace was made by somebody else."""
    name, group = wanted["filterName"], wanted["logGroupName"]
    pages = repair.client("logs").get_paginator("describe_metric_filters").paginate(
        logGroupName=group, filterNamePrefix=name
    )
    for found in (f for page in pages for f in page["metricFilters"] if f["filterName"] == name):
        namespace = found["metricTransformations"][0]["metricNamespace"]
        if namespace != wanted["metricTransformations"][0]["metricNamespace"]:
            raise Blocked(
                f"metric filter `{name}` on `{group}` feeds namespace `{namespace}`, so somebody else made it. "
                "Fix: rename it, then run the document again"
            )
        return found
    return None


def metric_alarm(repair, name):
    """Our alarm as it is; an alarm of that name without our tag was made by somebody else."""
    cloudwatch = repair.client("cloudwatch")
    answer = cloudwatch.describe_alarms(AlarmNames=[name], AlarmTypes=["MetricAlarm", "CompositeAlarm"])
    for found in answer.get("MetricAlarms", []) + answer.get("CompositeAlarms", []):
        tags = cloudwatch.list_tags_for_resource(ResourceARN=found["AlarmArn"])["Tags"]
        if all(tag["Key"] != TAG for tag in tags):
            raise Blocked(
                f"alarm `{name}` is not tagged `{TAG}`, so somebody else made it. "
                f"Fix: rename it, or tag it `{TAG}` if it is ours, then run the document again"
            )
        return found
    return None
