package dev.tocsin.filterpattern.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the groups of a regular expression out as alternatives, of which the whole may have some:
 * {@code ^(Create|Update)Trail} is {@code ^CreateTrail|^UpdateTrail}. A group that is repeated, or
 * that says how to read others, has no such form.
 */
final class RegexGroups {
  private static final int MOST = 64;
  private static final String REPEATED = "*+{";

  private final String text;
  private int at;

  private RegexGroups(String text) {
    this.text = text;
  }

  /** The same without groups; empty iff it has none, or they cannot be written out. */
  static Optional<String> writtenOut(String regex) {
    if (regex.indexOf('(') < 0) {
      return Optional.empty();
    }
    RegexGroups reading = new RegexGroups(regex);
    try {
      Set<String> alternatives = new LinkedHashSet<>(reading.alternatives());
      boolean isAll = reading.at == regex.length() && !alternatives.contains("");
      return isAll ? Optional.of(String.join("|", alternatives)) : Optional.empty();
    } catch (NoSuchForm e) {
      return Optional.empty();
    }
  }

  /** Up to the end or the {@code )} of the group. */
  private List<String> alternatives() throws NoSuchForm {
    List<String> all = new ArrayList<>();
    List<String> current = List.of("");
    while (at < text.length() && text.charAt(at) != ')') {
      if (text.charAt(at) == '|') {
        at++;
        all.addAll(current);
        current = List.of("");
      } else {
        current = each(current, piece());
      }
    }
    all.addAll(current);
    return all;
  }

  private static List<String> each(List<String> before, List<String> after) throws NoSuchForm {
    List<String> all = new ArrayList<>();
    for (String one : before) {
      for (String other : after) {
        all.add(one + other);
      }
    }
    if (all.size() > MOST) {
      throw new NoSuchForm();
    }
    return all;
  }

  private List<String> piece() throws NoSuchForm {
    int start = at;
    char c = text.charAt(at++);
    if (c == '(') {
      return group();
    }
    if (c == '\\') {
      at++;
    } else if (c == '[') {
      at = text.indexOf(']', at + 1) + 1;
    }
    if (at > text.length() || at <= start) {
      throw new NoSuchForm();
    }
    return List.of(text.substring(start, at));
  }

  private List<String> group() throws NoSuchForm {
    if (text.startsWith("?:", at)) {
      at += 2;
    } else if (at < text.length() && text.charAt(at) == '?') {
      throw new NoSuchForm();
    }
    List<String> inside = alternatives();
    if (at == text.length()) {
      throw new NoSuchForm();
    }
    at++;
    if (at < text.length() && REPEATED.indexOf(text.charAt(at)) >= 0) {
      throw new NoSuchForm();
    }
    if (at < text.length() && text.charAt(at) == '?') {
      at++;
      List<String> orNone = new ArrayList<>(inside);
      orNone.add("");
      return orNone;
    }
    return inside;
  }

  /** It cannot be said without groups. */
  private static final class NoSuchForm extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
