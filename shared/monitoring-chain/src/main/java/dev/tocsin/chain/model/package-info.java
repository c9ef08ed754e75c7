/**
 * What an account's monitoring looked like at one moment: a {@link
 * dev.tocsin.chain.model.Snapshot}, as data.
 *
 * <p>What goes in: JSON whose field names are the AWS APIs' own, so that pieces of {@code aws …
 * describe-*} output can be pasted. What comes out: records. A member is kept by a record or stands
 * in {@code judges-nothing.json} with the reason; everything else is refused ({@link
 * dev.tocsin.chain.model.Members}). A list that is absent or null is an empty list: the account has
 * none of it. What could not be read is said by {@code Denied}, the list of refused IAM actions, on
 * the thing itself; an absent object ({@code Status}, {@code Attributes}) was not read either.
 * Nothing here judges.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge, language, policy, remedy, trail,
 * verdict, wording.
 */
package dev.tocsin.chain.model;
