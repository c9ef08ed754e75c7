package dev.tocsin.chain.second;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.EventTest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked beside the account itself.
 *
 * @param coverings sets of texts, each of patterns, queries or, with their Region before it, event
 *     patterns of rules that together see all that is required
 * @param original the account in which that holds, for what else narrows what is seen
 * @param required the records that are required
 * @param writes whether none of them reads
 * @param watcher the account whose monitoring it is
 * @param events how many matching events may be needed
 * @param accepted kinds of actions beside topics that count
 * @param eventBridge whether event rules count
 */
public record Terms(
    Set<Set<String>> coverings,
    JsonNode original,
    EventTest required,
    boolean writes,
    Optional<String> watcher,
    int events,
    Set<String> accepted,
    boolean eventBridge,
    Instant now) {}
