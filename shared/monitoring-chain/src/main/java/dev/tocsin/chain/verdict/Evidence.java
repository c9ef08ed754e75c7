package dev.tocsin.chain.verdict;

/**
 * One link that holds.
 *
 * @param link which
 * @param subject the thing, named as in a {@link Finding}
 * @param region the Region it was found in
 * @param shows what about it makes the link hold, lower case, no final stop
 */
public record Evidence(Link link, String subject, String region, String shows) {}
