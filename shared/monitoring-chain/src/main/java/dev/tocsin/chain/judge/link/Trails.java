package dev.tocsin.chain.judge.link;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.Trail;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trails of a snapshot, each once however many Regions show it. Where two listings of one trail
 * differ, both are kept: which of them holds cannot be known.
 *
 * @param here those whose events arrive in the account that watches, or that it owns
 * @param elsewhere organization trails that another account owns and receives
 */
public record Trails(List<Trail> here, List<Trail> elsewhere) {

  /** Sorts the trails by whether they are judged for the account that watches. */
  public static Trails of(Snapshot snapshot, String watcher) {
    List<Trail> all =
        snapshot.trails().stream()
            .distinct()
            .sorted(Comparator.comparing(Trail::trailArn))
            .toList();
    return new Trails(
        all.stream().filter(trail -> isHere(trail, watcher)).toList(),
        all.stream().filter(trail -> trail.organization() && !isHere(trail, watcher)).toList());
  }

  /**
   * The organization trail that decides in this account's stead; empty iff there is none, or a
   * trail of this account delivers to CloudWatch Logs, so that it is judged here.
   */
  public Optional<Trail> decidedElsewhere() {
    boolean delivers = here.stream().anyMatch(Trail::namesLogGroup);
    return delivers ? Optional.empty() : elsewhere.stream().findFirst();
  }

  private static boolean isHere(Trail trail, String account) {
    return trail.owner().equals(account)
        || trail.logGroup().filter(group -> group.account().equals(account)).isPresent();
  }
}
