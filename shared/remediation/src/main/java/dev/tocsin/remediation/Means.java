package dev.tocsin.remediation;

import java.util.Optional;

/**
 * What a person gives a repair to work with.
 *
 * @param topicArn a topic that exists, which new alarms notify
 * @param email who is subscribed to a topic that tells nobody; to {@code tocsin-alarms}, if no
 *     topic is given
 * @param keyId the key of a topic that is made; none iff empty
 * @param trailBucket the bucket of a trail that is made where there is none; empty iff none may be
 *     made, since a trail costs money
 * @param deliveryRole the ARN of a role that lets a trail deliver to {@code tocsin-cloudtrail}; one
 *     is made iff empty
 */
public record Means(
    Optional<String> topicArn,
    Optional<String> email,
    Optional<String> keyId,
    Optional<String> trailBucket,
    Optional<String> deliveryRole) {}
