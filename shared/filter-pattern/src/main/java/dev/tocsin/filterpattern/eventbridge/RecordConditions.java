package dev.tocsin.filterpattern.eventbridge;

import dev.tocsin.filterpattern.condition.Condition;
import dev.tocsin.filterpattern.condition.FieldPath;
import dev.tocsin.filterpattern.condition.Kind;
import dev.tocsin.filterpattern.condition.ValueSet;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Fields;
import dev.tocsin.filterpattern.eventbridge.PatternNode.Leaf;
import dev.tocsin.filterpattern.eventbridge.ValueTest.Exists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code detail} part of an event pattern as a condition on the record. Where an array stands
 * in the record, one element must fulfil all that the pattern says below it; only {@code exists:
 * false} looks at all elements.
 */
final class RecordConditions {
  private static final ValueSet ARRAY = ValueSet.ofKinds(Kind.ARRAY);
  private static final Leaf ANY_VALUE = new Leaf(List.of(new Exists(true)));
  private static final Condition NESTED_ARRAY =
      new Condition.Opaque("an event pattern on an array in an array");
  private static final Condition ABSENT_IN_ELEMENT =
      new Condition.Opaque("`exists: false` beside other tests inside an array");

  /** Each level may be an array or not, so a condition doubles with it. */
  private static final int MAX_DEPTH = 7;

  private RecordConditions() {}

  /** The value at the path, given from the root of the record, fulfils the node. */
  static Condition of(PatternNode node, FieldPath path) {
    return depth(node) > MAX_DEPTH
        ? new Condition.Opaque("an event pattern nested deeper than " + MAX_DEPTH + " levels")
        : complete(node, path);
  }

  private static int depth(PatternNode node) {
    int deepest = 0;
    if (node instanceof Fields object) {
      for (PatternNode field : object.fields().values()) {
        deepest = Math.max(deepest, depth(field));
      }
      for (Fields alternative : object.anyOf()) {
        deepest = Math.max(deepest, depth(alternative));
      }
    }
    return deepest + 1;
  }

  private static Condition complete(PatternNode node, FieldPath path) {
    List<Condition> all = new ArrayList<>(absences(node, path));
    all.add(holds(node, path, true));
    return new Condition.All(all);
  }

  /**
   * As {@link #complete} but for the absences that stand alone.
   *
   * @param fromRoot whether the path begins at the record rather than at an element of an array
   */
  private static Condition holds(PatternNode node, FieldPath path, boolean fromRoot) {
    boolean root = path.equals(FieldPath.ROOT);
    if (isAbsence(node) || (root && fromRoot)) {
      return direct(node, path, fromRoot);
    }
    Condition inElement =
        root ? NESTED_ARRAY : new Condition.SomeElement(path, holds(node, FieldPath.ROOT, false));
    return Condition.any(
        direct(node, path, fromRoot), Condition.all(new Condition.Field(path, ARRAY), inElement));
  }

  private static Condition direct(PatternNode node, FieldPath path, boolean fromRoot) {
    if (node instanceof Leaf leaf) {
      return leaf(leaf, path, fromRoot);
    }
    Fields object = (Fields) node;
    List<Condition> all = new ArrayList<>();
    for (Map.Entry<String, PatternNode> field : object.fields().entrySet()) {
      if (!isAbsence(field.getValue())) {
        FieldPath child = path.then(new FieldPath.Step.Key(field.getKey()));
        all.add(holds(field.getValue(), child, fromRoot));
      }
    }
    if (!object.anyOf().isEmpty()) {
      List<Condition> any = new ArrayList<>();
      for (Fields alternative : object.anyOf()) {
        if (fromRoot) {
          any.add(complete(alternative, path));
        } else if (absences(alternative, path).isEmpty()) {
          any.add(direct(alternative, path, false));
        } else {
          any.add(ABSENT_IN_ELEMENT);
        }
      }
      all.add(new Condition.Any(any));
    }
    return new Condition.All(all);
  }

  private static Condition leaf(Leaf leaf, FieldPath path, boolean fromRoot) {
    List<ValueTest> present = new ArrayList<>(leaf.tests());
    present.removeIf(RecordConditions::isAbsence);
    Condition some = present.isEmpty() ? Condition.never() : ValueConditions.of(present, path);
    if (present.size() == leaf.tests().size()) {
      return some;
    }
    return Condition.any(some, fromRoot ? absent(path) : ABSENT_IN_ELEMENT);
  }

  /** No value stands at the path, in whatever element. */
  private static Condition absent(FieldPath path) {
    return Condition.not(somewhere(path.steps(), FieldPath.ROOT));
  }

  private static Condition somewhere(List<FieldPath.Step> steps, FieldPath from) {
    if (steps.isEmpty()) {
      return holds(ANY_VALUE, from, false);
    }
    FieldPath next = from.then(steps.get(0));
    List<FieldPath.Step> rest = steps.subList(1, steps.size());
    Condition direct = somewhere(rest, next);
    if (rest.isEmpty()) {
      return direct;
    }
    return Condition.any(
        direct,
        Condition.all(
            new Condition.Field(next, ARRAY),
            new Condition.SomeElement(
                next,
                Condition.any(
                    somewhere(rest, FieldPath.ROOT),
                    Condition.all(new Condition.Field(FieldPath.ROOT, ARRAY), NESTED_ARRAY)))));
  }

  /** The conditions of the fields that must be absent, but for those inside {@code $or}. */
  private static List<Condition> absences(PatternNode node, FieldPath path) {
    List<Condition> absences = new ArrayList<>();
    if (isAbsence(node)) {
      absences.add(absent(path));
    } else if (node instanceof Fields object) {
      for (Map.Entry<String, PatternNode> field : object.fields().entrySet()) {
        FieldPath child = path.then(new FieldPath.Step.Key(field.getKey()));
        absences.addAll(absences(field.getValue(), child));
      }
    }
    return absences;
  }

  private static boolean isAbsence(PatternNode node) {
    return node instanceof Leaf leaf && leaf.tests().stream().allMatch(RecordConditions::isAbsence);
  }

  private static boolean isAbsence(ValueTest test) {
    return test instanceof Exists exists && !exists.expected();
  }
}
