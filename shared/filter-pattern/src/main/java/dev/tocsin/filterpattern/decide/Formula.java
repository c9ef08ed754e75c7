package dev.tocsin.filterpattern.decide;

import java.util.ArrayList;
import java.util.List;

/** A condition with all negations pushed into its literals. */
sealed interface Formula {

  And TRUE = new And(List.of());
  Or FALSE = new Or(List.of());

  record And(List<Formula> parts) implements Formula {}

  record Or(List<Formula> parts) implements Formula {}

  record Atom(Literal literal) implements Formula {}

  /** The conjunction, flat, without parts that are true. */
  static Formula and(List<Formula> parts) {
    List<Formula> flat = new ArrayList<>();
    for (Formula part : parts) {
      if (part.equals(FALSE)) {
        return FALSE;
      }
      if (part instanceof And and) {
        flat.addAll(and.parts());
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.get(0) : flat.isEmpty() ? TRUE : new And(flat);
  }

  /** The disjunction, flat, without parts that are false. */
  static Formula or(List<Formula> parts) {
    List<Formula> flat = new ArrayList<>();
    for (Formula part : parts) {
      if (part.equals(TRUE)) {
        return TRUE;
      }
      if (part instanceof Or or) {
        flat.addAll(or.parts());
      } else {
        flat.add(part);
      }
    }
    return flat.size() == 1 ? flat.get(0) : flat.isEmpty() ? FALSE : new Or(flat);
  }
}
