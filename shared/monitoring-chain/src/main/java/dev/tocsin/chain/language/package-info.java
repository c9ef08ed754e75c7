/**
 * The little languages that stand in an account's settings, read into values: metric math ({@link
 * dev.tocsin.chain.language.MetricMath}), the rules of composite alarms ({@link
 * dev.tocsin.chain.language.AlarmRule}), queries of log alarms ({@link
 * dev.tocsin.chain.language.InsightsQuery}) and the field selection of metric filters ({@link
 * dev.tocsin.chain.language.FieldSelection}).
 *
 * <p>What goes in: a text. What comes out: an {@link java.util.Optional}, empty iff the text, or
 * something in it, is not understood; a part is never guessed or passed over. Each reader is a
 * grammar over {@link dev.tocsin.chain.language.Tokens}.
 *
 * <p>Must not import: any other package of the module.
 */
package dev.tocsin.chain.language;
