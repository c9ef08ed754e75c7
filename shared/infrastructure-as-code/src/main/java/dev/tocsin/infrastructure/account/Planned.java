package dev.tocsin.infrastructure.account;

import dev.tocsin.chain.model.Snapshot;
import java.util.List;

/**
 * The account that resources would make.
 *
 * @param confirmed with every subscription confirmed
 * @param asMade as it is before anybody has confirmed one
 * @param places where things are written down
 * @param leftOut what is not counted
 */
public record Planned(Snapshot confirmed, Snapshot asMade, Places places, List<LeftOut> leftOut) {

  public Planned {
    leftOut = List.copyOf(leftOut);
  }
}
