/**
 * The AWS Lambda function behind every rule.
 *
 * <p>In: the event of a periodic AWS Config rule, whose parameter {@code control} says what to
 * judge. Out: one evaluation of the account, reported to AWS Config, and one JSON line in the log
 * with the whole verdict. Whatever cannot be read, parsed or reported fails the invocation and
 * reports nothing, so that the last true result stands. A plan request of an SSM document, which
 * has the same shape, is answered with the plan that repairs the control.
 *
 * <p>Nothing here decides a verdict or knows a pattern, and nothing here calls AWS but through
 * {@code dev.tocsin.aws}.
 *
 * <p>Must not import: software.amazon, dev.tocsin.filterpattern, dev.tocsin.chain.judge,
 * dev.tocsin.chain.eventbridge, dev.tocsin.chain.delivery.
 */
package dev.tocsin.lambda;
