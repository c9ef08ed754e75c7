package dev.tocsin.chain.verdict;

import dev.tocsin.filterpattern.EventTest;

/**
 * Something from which every link to a person holds.
 *
 * @param link what kind of thing it is
 * @param subject its name
 * @param region its Region
 * @param test the records of which a person is told
 */
public record Watcher(Link link, String subject, String region, EventTest test) {}
