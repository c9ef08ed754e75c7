package dev.tocsin.filterpattern.decide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits formulas into groups that cannot influence each other: two fields of a record are
 * independent unless one formula speaks of both.
 */
final class Components {

  private final Translation translation;

  Components(Translation translation) {
    this.translation = translation;
  }

  List<List<Formula>> split(List<Formula> formulas) {
    if (formulas.size() < 2 || translation.speaksOfText()) {
      return List.of(formulas);
    }
    Map<Object, Integer> groupOf = new HashMap<>();
    int[] leader = new int[formulas.size()];
    for (int i = 0; i < leader.length; i++) {
      leader[i] = i;
      Set<Object> places = new HashSet<>();
      collect(formulas.get(i), places);
      for (Object place : places) {
        Integer other = groupOf.putIfAbsent(place, i);
        if (other != null) {
          leader[root(leader, other)] = root(leader, i);
        }
      }
    }
    Map<Integer, List<Formula>> groups = new LinkedHashMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(root(leader, i), group -> new ArrayList<>()).add(formulas.get(i));
    }
    return List.copyOf(groups.values());
  }

  private static int root(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  private static void collect(Formula formula, Set<Object> places) {
    if (formula instanceof Formula.And and) {
      and.parts().forEach(part -> collect(part, places));
    } else if (formula instanceof Formula.Or or) {
      or.parts().forEach(part -> collect(part, places));
    } else {
      places.add(place(((Formula.Atom) formula).literal()));
    }
  }

  /** The field of the record that a literal speaks of, or what else it is about. */
  private static Object place(Literal literal) {
    if (literal instanceof Literal.Opaque opaque) {
      return opaque.feature();
    }
    PathTree.Node node =
        literal instanceof Literal.Field field
            ? field.node()
            : ((Literal.Element) literal).container();
    while (node.parent() != null && node.parent().parent() != null) {
      node = node.parent();
    }
    return node;
  }
}
