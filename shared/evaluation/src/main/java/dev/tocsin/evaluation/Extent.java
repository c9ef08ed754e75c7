package dev.tocsin.evaluation;

import dev.tocsin.catalog.Control;
import dev.tocsin.chain.verdict.WatcherKind;
import java.util.Collection;
import java.util.Optional;

/**
 * How much of an account must be read before controls can be judged.
 *
 * @param eventRules whether EventBridge rules are needed
 * @param subscriptionFilters whether what log groups send elsewhere is needed
 * @param monitoringAccount the account to read, where it is not the judged one
 */
public record Extent(
    boolean eventRules, boolean subscriptionFilters, Optional<String> monitoringAccount) {

  /** All that can be read of an account that monitors itself. */
  public static final Extent WHOLE = new Extent(true, true, Optional.empty());

  /** What must be read for these controls under these parameters. */
  public static Extent of(Collection<Control> controls, RuleParameters parameters) {
    return new Extent(
        controls.stream().anyMatch(control -> eventRulesCount(control, parameters)),
        parameters.acceptedWatchers().contains(WatcherKind.SUBSCRIPTION_FILTER),
        parameters.monitoringAccount());
  }

  /** Event rules count where the parameters say so, or the control itself asks for one. */
  static boolean eventRulesCount(Control control, RuleParameters parameters) {
    return parameters.acceptEventBridge() || control.acceptsEventRules();
  }
}
