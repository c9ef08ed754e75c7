package dev.tocsin.chain.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.Settings;

/**
 * One link that holds.
 *
 * @param link which
 * @param subject the thing, named as in a {@link Finding}
 * @param region the Region it was found in
 * @param shows what about it makes the link hold, lower case, no final stop
 * @param settings how it was set, as {@link Settings} has it; nobody changes it
 */
public record Evidence(
    Link link, String subject, String region, String shows, ObjectNode settings) {

  /** Of a thing whose settings say no more. */
  public Evidence(Link link, String subject, String region, String shows) {
    this(link, subject, region, shows, Settings.none());
  }
}
