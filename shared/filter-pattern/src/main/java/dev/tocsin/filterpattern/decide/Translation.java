package dev.tocsin.filterpattern.decide;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.condition.NumberSet;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.text.TextSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * A condition as a formula over the nodes of a tree of paths.
 *
 * <p>What a condition says about some element, or about the whole text, is said of each node that
 * is concerned and of the rest of the record, so that the literals of different nodes are
 * independent but for the shape of JSON.
 */
final class Translation {

  private record Scope(FieldPath base, Condition condition) {}

  private static final ValueSet PRESENT = ValueSet.present();
  private static final ValueSet MISSING = ValueSet.ofKinds(Kind.MISSING);
  private static final ValueSet ENDLESS =
      ValueSet.of(
          new NumberSet.Spelled(TextSet.words(List.of("Infinity", "-Infinity"))), TextSet.NONE);

  private final PathTree tree = new PathTree();
  private final List<Literal> literals = new ArrayList<>();
  private final Map<Object, Literal> known = new HashMap<>();
  private final JsonNode hint;
  private final Formula formula;
  private boolean speaksOfText;

  /**
   * Divides a condition into literals.
   *
   * @param condition with its readings settled
   * @param hint a record; alternatives that hold for it come first
   */
  Translation(Condition condition, JsonNode hint) {
    this.hint = hint;
    collectPaths(condition);
    this.formula = translate(FieldPath.ROOT, condition, true);
  }

  PathTree tree() {
    return tree;
  }

  Formula formula() {
    return formula;
  }

  Literal negation(Literal literal) {
    return literals.get(literal.negationId());
  }

  /** In the order in which the condition names them, each followed by its negation. */
  List<Literal> literals() {
    return literals;
  }

  /** Whether some literal concerns the whole record, so that no parts of it are independent. */
  boolean speaksOfText() {
    return speaksOfText;
  }

  /** Makes a node of every place that the condition can speak of. */
  private void collectPaths(Condition condition) {
    List<Scope> quantified = new ArrayList<>();
    collect(new Scope(FieldPath.ROOT, condition), quantified);
    Set<Scope> applied = new LinkedHashSet<>();
    for (int size = -1; size != tree.nodes().size(); ) {
      size = tree.nodes().size();
      for (Scope scope : List.copyOf(quantified)) {
        PathTree.Node container = tree.at(scope.base());
        tree.fillElements(container);
        for (PathTree.Node child : container.children()) {
          Scope inChild = new Scope(child.path(), scope.condition());
          if (applied.add(inChild)) {
            collect(inChild, quantified);
          }
        }
      }
    }
  }

  private void collect(Scope scope, List<Scope> quantified) {
    Condition condition = scope.condition();
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> collect(new Scope(scope.base(), part), quantified));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> collect(new Scope(scope.base(), part), quantified));
    } else if (condition instanceof Condition.Not not) {
      collect(new Scope(scope.base(), not.part()), quantified);
    } else if (condition instanceof Condition.Field field) {
      tree.at(scope.base().then(field.path()));
    } else if (condition instanceof Condition.SomeElement some) {
      FieldPath container = scope.base().then(some.container());
      tree.at(container);
      quantified.add(new Scope(container, some.element()));
    }
  }

  private Formula translate(FieldPath base, Condition condition, boolean positive) {
    if (condition instanceof Condition.All all) {
      return combine(base, all.parts(), positive, positive);
    }
    if (condition instanceof Condition.Any any) {
      return combine(base, any.parts(), positive, !positive);
    }
    if (condition instanceof Condition.Not not) {
      return translate(base, not.part(), !positive);
    }
    if (condition instanceof Condition.Field field) {
      return field(tree.at(base.then(field.path())), field.values(), positive);
    }
    if (condition instanceof Condition.SomeElement some) {
      return someElement(tree.at(base.then(some.container())), some.element(), positive);
    }
    if (condition instanceof Condition.RawText raw) {
      return rawText(raw.text(), positive);
    }
    if (condition instanceof Condition.Opaque opaque) {
      return atom(intern(opaque, id -> new Literal.Opaque(id, opaque.feature())), positive);
    }
    throw new IllegalArgumentException("the reading of a wildcard is not settled");
  }

  private Formula combine(
      FieldPath base, List<Condition> parts, boolean positive, boolean conjunction) {
    List<Formula> translated = new ArrayList<>();
    for (Condition part : parts) {
      translated.add(translate(base, part, positive));
    }
    return conjunction ? Formula.and(translated) : preferred(translated);
  }

  /** The disjunction, the alternatives that hold for the hint first. */
  private Formula preferred(List<Formula> alternatives) {
    List<Formula> first = new ArrayList<>();
    List<Formula> then = new ArrayList<>();
    for (Formula alternative : alternatives) {
      (holdsForHint(alternative) ? first : then).add(alternative);
    }
    first.addAll(then);
    return Formula.or(first);
  }

  private boolean holdsForHint(Formula formula) {
    if (formula instanceof Formula.And and) {
      return and.parts().stream().allMatch(this::holdsForHint);
    }
    if (formula instanceof Formula.Or or) {
      return or.parts().stream().anyMatch(this::holdsForHint);
    }
    return ((Formula.Atom) formula).literal() instanceof Literal.Field field
        && field.values().contains(field.node().path().in(hint));
  }

  private Formula field(PathTree.Node node, ValueSet values, boolean positive) {
    Literal known =
        intern(
            List.of(node.number(), values), id -> new Literal.Field(id, node, values(id, values)));
    return atom(known, positive);
  }

  private static ValueSet values(int id, ValueSet values) {
    return (id & 1) == 0 ? values : values.complement();
  }

  /** Some child with a node of its own is there and fulfils it, or some other element does. */
  private Formula someElement(PathTree.Node container, Condition element, boolean positive) {
    List<Formula> parts = new ArrayList<>();
    for (PathTree.Node child : container.children()) {
      Formula fulfils = translate(child.path(), element, positive);
      parts.add(
          positive
              ? Formula.and(List.of(field(child, PRESENT, true), fulfils))
              : preferred(List.of(field(child, MISSING, true), fulfils)));
    }
    parts.add(
        atom(
            intern(
                List.of("element", container.number(), element),
                id -> new Literal.Element(id, container, element)),
            positive));
    return positive ? preferred(parts) : Formula.and(parts);
  }

  /** The text occurs at some node, or elsewhere in the record. */
  private Formula rawText(String text, boolean positive) {
    speaksOfText = true;
    List<Formula> parts = new ArrayList<>();
    for (PathTree.Node node : tree.nodes()) {
      if (node.parent() != null
          && node.step() instanceof FieldPath.Step.Key key
          && key.name().contains(text)) {
        parts.add(field(node, PRESENT, positive));
        continue;
      }
      parts.add(field(node, writtenWith(text), positive));
      if (isPartOfNumbers(text)) {
        // Numbers beyond the doubles read as `Infinity`, which says nothing of their digits.
        Condition digits =
            new Condition.Opaque("the digits of the number at `" + node.path() + "`");
        List<Formula> both =
            List.of(field(node, ENDLESS, positive), translate(FieldPath.ROOT, digits, positive));
        parts.add(positive ? Formula.and(both) : preferred(both));
      }
    }
    parts.add(atom(intern("text " + text, id -> new Literal.Elsewhere(id, text)), positive));
    return positive ? preferred(parts) : Formula.and(parts);
  }

  private static boolean isPartOfNumbers(String text) {
    return text.chars().allMatch(c -> "0123456789.+-eE".indexOf(c) >= 0);
  }

  /** The values, other than containers and endless numbers, whose JSON contains the text. */
  private static ValueSet writtenWith(String text) {
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    if ("true".contains(text)) {
      kinds.add(Kind.TRUE);
    }
    if ("false".contains(text)) {
      kinds.add(Kind.FALSE);
    }
    if ("null".contains(text)) {
      kinds.add(Kind.NULL);
    }
    TextSet texts = TextSet.containing(text);
    NumberSet numbers = isPartOfNumbers(text) ? new NumberSet.Spelled(texts) : NumberSet.NONE;
    return new ValueSet(kinds, numbers, texts);
  }

  private Formula atom(Literal literal, boolean positive) {
    return new Formula.Atom(positive ? literal : negation(literal));
  }

  private Literal intern(Object key, IntFunction<Literal> make) {
    Literal literal = known.get(key);
    if (literal == null) {
      literal = make.apply(literals.size());
      literals.add(literal);
      literals.add(make.apply(literals.size()));
      known.put(key, literal);
    }
    return literal;
  }
}
