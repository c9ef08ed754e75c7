package dev.tocsin.infrastructure.account;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.verdict.Place;
import java.util.List;
import java.util.Map;

/**
 * The account that resources would make.
 *
 * @param confirmed with every subscription confirmed
 * @param asMade as it is before anybody has confirmed one
 * @param places where things are written down, by the subjects that findings have
 * @param leftOut what is not counted
 */
public record Planned(
    Snapshot confirmed, Snapshot asMade, Map<String, Place> places, List<LeftOut> leftOut) {

  public Planned {
    places = Map.copyOf(places);
    leftOut = List.copyOf(leftOut);
  }
}
