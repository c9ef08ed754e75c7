package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import java.util.Comparator;
import java.util.List;

/**
 * The trails of a snapshot.
 *
 * @param here organization trails that deliver to the account that watches, and all other trails
 *     that it owns
 * @param elsewhere organization trails that deliver to another account, or that another account
 *     owns and that deliver nowhere
 */
public record Trails(List<Trail> here, List<Trail> elsewhere) {

  /** Sorts the trails by whether they are judged for the account that watches. */
  public static Trails of(Snapshot snapshot, String watcher) {
    List<Trail> all =
        snapshot.trails().stream().sorted(Comparator.comparing(Trail::trailArn)).toList();
    return new Trails(
        all.stream().filter(trail -> isHere(trail, watcher)).toList(),
        all.stream().filter(trail -> trail.organization() && !isHere(trail, watcher)).toList());
  }

  /**
   * The organization trails that may decide in this account's stead; none if a trail that is judged
   * here delivers to CloudWatch Logs.
   */
  public List<Trail> deciding() {
    boolean delivers = here.stream().anyMatch(Trail::namesLogGroup);
    return delivers ? List.of() : elsewhere;
  }

  // An organization trail is decided where its log group is, which need not be its owner: a
  // delegated administrator can give it a group of its own.
  private static boolean isHere(Trail trail, String account) {
    return trail
        .logGroup()
        .filter(group -> trail.organization())
        .map(group -> group.account().equals(account))
        .orElseGet(() -> trail.owner().equals(account));
  }
}
