package dev.tocsin.shrink;

import java.util.HashSet;
import java.util.Set;

/** What a piece of code needs: classes by internal name, and methods that it calls or refers to. */
record Uses(Set<String> classes, Set<Method> methods) {
  Uses() {
    this(new HashSet<>(), new HashSet<>());
  }
}
