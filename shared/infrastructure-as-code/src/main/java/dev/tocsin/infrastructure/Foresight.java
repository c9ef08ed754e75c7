package dev.tocsin.infrastructure;

import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Fault;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.chain.verdict.Verdict;
import dev.tocsin.infrastructure.account.LeftOut;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a verdict on a {@link Blueprint} is worth before anything is there. */
public final class Foresight {
  /** More things that were left out than this are counted, not named. */
  private static final int MOST_NAMED = 3;

  private static final String GIVE_IT =
      "give the file of its template with a further `--cloudformation`";

  private final Blueprint blueprint;
  private final boolean onceConfirmed;

  /**
   * The foresight of a blueprint.
   *
   * @param onceConfirmed whether a subscription that will wait for confirmation counts as confirmed
   */
  public Foresight(Blueprint blueprint, boolean onceConfirmed) {
    this.blueprint = blueprint;
    this.onceConfirmed = onceConfirmed;
  }

  /**
   * The verdict to show: {@code COMPLIANT} iff the chain holds as soon as it is made, or, where
   * that was asked, once its subscriptions are confirmed. Findings say where their things are
   * written down, and whether they are there only because something is not known.
   *
   * @param confirmed the verdict on the account with every subscription confirmed
   * @param asMade the verdict on the account before
   */
  public Verdict of(Verdict confirmed, Verdict asMade) {
    Verdict verdict = foreseen(confirmed, asMade);
    return blueprint.notFollowed().isEmpty()
        ? verdict
        : verdict.withNote("%s: %s".formatted(notFollowed(), GIVE_IT));
  }

  private String notFollowed() {
    return blueprint.notFollowed().stream()
        .limit(MOST_NAMED)
        .map(place -> "nested stack " + place.inWords() + " is not followed")
        .collect(Collectors.joining("; "));
  }

  private Verdict foreseen(Verdict confirmed, Verdict asMade) {
    if (!confirmed.compliant()) {
      return confirmed.withFindings(
          confirmed.findings().stream().map(this::located).distinct().toList());
    }
    if (asMade.compliant()) {
      return asMade;
    }
    if (onceConfirmed) {
      return confirmed.withNote("holds once " + waiting(confirmed) + " is confirmed");
    }
    return new Verdict(
            confirmed.control(),
            ComplianceType.NON_COMPLIANT,
            List.of(
                Fault.of(
                        "will wait for confirmation; all else holds, so the control would be compliant"
                            + " once it is confirmed",
                        located(
                            Link.SUBSCRIPTION,
                            waiting(confirmed),
                            "confirm it after it is made and evaluate the account, or add"
                                + " `--once-confirmed` to judge as if it were"))
                    .on(Link.SUBSCRIPTION, waiting(confirmed))
                    .at(blueprint.placeOf(Link.SUBSCRIPTION, waiting(confirmed)))),
            confirmed.chain().stream().filter(link -> link.link() != Link.SUBSCRIPTION).toList(),
            Optional.empty(),
            confirmed.notes())
        .exempting(confirmed.exempt());
  }

  private static String waiting(Verdict verdict) {
    return verdict.chain().stream()
        .filter(link -> link.link() == Link.SUBSCRIPTION)
        .map(Evidence::subject)
        .findFirst()
        .orElse("a subscription");
  }

  private Finding located(Finding finding) {
    List<LeftOut> touching =
        blueprint.leftOut().stream()
            .filter(one -> one.touches().contains(finding.subject()))
            .toList();
    if (touching.isEmpty() && !blueprint.notFollowed().isEmpty()) {
      return Fault.cannotShow(
              "the link holds: %s; without it, it %s".formatted(notFollowed(), finding.problem()),
              GIVE_IT + "; else " + located(finding.link(), finding.subject(), finding.fix()))
          .on(finding.link(), finding.subject())
          .at(Optional.of(blueprint.notFollowed().get(0)));
    }
    if (touching.isEmpty()) {
      return new Finding(
          finding.link(),
          finding.subject(),
          finding.problem(),
          located(finding.link(), finding.subject(), finding.fix()),
          finding.decided(),
          blueprint.placeOf(finding.link(), finding.subject()).or(blueprint::whole));
    }
    return Fault.cannotShow(
            "the link holds: %s; without it, it %s".formatted(reasons(touching), finding.problem()),
            "give it a value that is known beforehand, or evaluate the account once it is made; else "
                + located(finding.link(), finding.subject(), finding.fix()))
        .on(finding.link(), finding.subject())
        .at(Optional.of(touching.get(0).place()));
  }

  private static String reasons(List<LeftOut> touching) {
    String named =
        String.join("; ", touching.stream().limit(MOST_NAMED).map(LeftOut::reason).toList());
    int more = touching.size() - MOST_NAMED;
    return more > 0 ? named + "; and " + more + " more" : named;
  }

  private String located(Link link, String subject, String fix) {
    return blueprint
        .placeOf(link, subject)
        .map(Place::inWords)
        .map(place -> "in " + place + ": " + fix)
        .orElse(fix);
  }
}
