package dev.tocsin.report;

/**
 * An account without verdicts.
 *
 * @param account its id, or how it was named where that is not known
 * @param reason why, in one line
 */
public record UnreadAccount(String account, String reason) {}
