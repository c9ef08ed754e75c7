package dev.tocsin.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of classes that comments may hold: those of the module, of what it uses, of {@code
 * java.lang}, and words of others.
 */
final class Names {

  /** {@code CamelCase}, and the class of a link, with the outer class if there is one. */
  private static final List<Pattern> NAMES =
      List.of(
          Pattern.compile("\\{@code\\s+([A-Z]\\w*[a-z]\\w*(?:\\.[A-Z]\\w*)*)\\}"),
          Pattern.compile("\\{@link(?:plain)?\\s+(?:[a-z]\\w*\\.)*([A-Z]\\w*(?:\\.[A-Z]\\w*)*)"));

  private final Set<String> known;

  private Names(Set<String> known) {
    this.known = known;
  }

  static Names of(JavaClasses classes, Set<String> words) {
    Set<String> known = new HashSet<>(words);
    for (JavaClass type : classes) {
      known.add(type.getSimpleName());
      type.getDirectDependenciesFromSelf()
          .forEach(use -> known.add(use.getTargetClass().getBaseComponentType().getSimpleName()));
      type.getMembers().forEach(member -> known.add(member.getName()));
    }
    return new Names(known);
  }

  /** What a file's comments name that is unknown, each with the file. */
  List<String> unknownIn(Sources.Source file) {
    return file.comments()
        .flatMap(comment -> NAMES.stream().flatMap(name -> name.matcher(comment).results()))
        .map(found -> found.group(1))
        .filter(name -> !isKnown(name.substring(name.lastIndexOf('.') + 1)))
        .map(name -> file.path().getFileName() + ": " + name)
        .toList();
  }

  private boolean isKnown(String name) {
    if (known.contains(name)) {
      return true;
    }
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
