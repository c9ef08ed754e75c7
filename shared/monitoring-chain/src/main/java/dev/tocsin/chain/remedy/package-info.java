/**
 * A plan of changes as data: which API calls would be made in which account, what must be true just
 * before each, and what only a person can do. One form for everybody who carries a plan out or
 * prints it.
 *
 * <p>In: nothing but the words. Out: {@link dev.tocsin.chain.remedy.Plan} and its JSON. Who decides
 * what stands in a plan, and who makes the calls, is elsewhere.
 *
 * <p>Must not import: alarm, delivery, eventbridge, judge, language, policy, trail, wording.
 */
package dev.tocsin.chain.remedy;
