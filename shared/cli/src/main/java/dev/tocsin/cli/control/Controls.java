package dev.tocsin.cli.control;

import dev.tocsin.catalog.Control;
import dev.tocsin.catalog.ControlCatalog;
import dev.tocsin.cli.io.InputProblem;
import dev.tocsin.cli.io.Nearest;
import dev.tocsin.evaluation.Asked;
import dev.tocsin.evaluation.NothingToSee;
import dev.tocsin.evaluation.RuleParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The controls that options and lines name. */
public final class Controls {

  private static final int MOST_SHOWN = 5;

  private Controls() {}

  /**
   * The control of that id.
   *
   * @throws InputProblem if there is none
   */
  public static Control find(ControlCatalog catalog, String id) {
    return catalog.find(id).orElseThrow(() -> new InputProblem(unknown(catalog, id)));
  }

  /**
   * The controls of these ids, each once.
   *
   * @param ids one or several with commas between
   * @throws InputProblem if there is none of one of them
   */
  public static List<Control> find(ControlCatalog catalog, List<String> ids) {
    return ids.stream()
        .flatMap(id -> Stream.of(id.split(",", -1)))
        .map(String::strip)
        .distinct()
        .map(id -> find(catalog, id))
        .toList();
  }

  /**
   * What a control asks for at a moment.
   *
   * @throws InputProblem if the parameters leave no event of it
   */
  public static Asked asked(Control control, RuleParameters parameters, Instant now) {
    try {
      return Asked.of(control, parameters, now);
    } catch (NothingToSee mistake) {
      throw new InputProblem(mistake.problem().optionMessage());
    }
  }

  /**
   * What to say of an id that no control has: the likeliest ids, or how to list them; of a list of
   * ids, that it is one.
   */
  public static String unknown(ControlCatalog catalog, String id) {
    if (id.contains(",")) {
      return "expected one control, found `" + id + "`. Fix: run it once for each";
    }
    List<String> near = Nearest.to(id, catalog.ids());
    if (near.isEmpty()) {
      near = sharingAWord(id, catalog.ids());
    }
    return "unknown control `"
        + id
        + "`. Fix: "
        + (near.isEmpty()
            ? "name one of those that `tocsin controls` lists"
            : "did you mean `" + String.join("`, `", near) + "`? `tocsin controls` lists all");
  }

  /** What to say of filter patterns for a control whose events no trail carries. */
  public static String sentToEventBridgeOnly(Control control) {
    return ("no metric filter sees the events of `%1$s`: AWS sends them to EventBridge only."
            + " Fix: make an EventBridge rule of `rules/%1$s/event-pattern.json`")
        .formatted(control.id());
  }

  private static List<String> sharingAWord(String typed, List<String> ids) {
    List<String> words =
        Arrays.stream(typed.split("[^a-z0-9]+", -1)).filter(w -> w.length() > 2).toList();
    List<String> sharing =
        ids.stream().filter(id -> words.stream().anyMatch(id::contains)).toList();
    return sharing.size() <= MOST_SHOWN ? sharing : List.of();
  }
}
