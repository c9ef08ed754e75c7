package dev.tocsin.shrink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be reached from the classes that are kept anyhow. A class is reached iff a reached class
 * or method names it. Of a service's client, an interface and the class behind it, an operation is
 * reached iff a reached method calls it or refers to it; of every other class all methods are.
 */
final class Reachable {
  private static final Pattern CLIENT =
      Pattern.compile("software/amazon/awssdk/services/\\w+/(?:Default|Delegating)?(\\w+Client)");
  private static final Pattern OF_OPERATIONS =
      Pattern.compile("software/amazon/awssdk/services/\\w+/(model|paginators|waiters)/");

  private final Map<String, byte[]> classFiles;
  private final Map<String, ClassUses> reached = new HashMap<>();
  private final Set<Method> called = new HashSet<>();
  private final Deque<Runnable> work = new ArrayDeque<>();

  /**
   * @param classFiles by internal name
   */
  Reachable(Map<String, byte[]> classFiles) {
    this.classFiles = classFiles;
  }

  /** Keeps a class and all that it needs. A name of no class in the jar is passed over. */
  Reachable from(String name) {
    reach(name);
    while (!work.isEmpty()) {
      work.pop().run();
    }
    return this;
  }

  boolean has(String name) {
    return reached.containsKey(name);
  }

  /** Whether a method of a reached class must stay. */
  boolean has(Method method) {
    return !isClient(method.owner())
        || !isOperation(method, reached.get(method.owner()))
        || called.contains(ofClient(method));
  }

  static boolean isClient(String name) {
    return CLIENT.matcher(name).matches();
  }

  private void reach(String name) {
    byte[] file = classFiles.get(name);
    if (file == null || reached.containsKey(name)) {
      return;
    }
    ClassUses uses = ClassUses.of(file);
    reached.put(name, uses);
    work.push(() -> follow(uses.itself()));
    uses.methods()
        .forEach(
            (method, its) -> {
              if (has(method)) {
                work.push(() -> follow(its));
              }
            });
  }

  private void follow(Uses uses) {
    uses.classes().forEach(this::reach);
    uses.methods().forEach(this::call);
  }

  private void call(Method method) {
    if (isClient(method.owner()) && called.add(ofClient(method))) {
      // Classes that are reached later follow it when they are.
      reached.forEach(
          (name, uses) -> {
            if (isClient(name) && client(name).equals(client(method.owner()))) {
              var own = new Method(name, method.name(), method.descriptor());
              Uses its = uses.methods().get(own);
              if (its != null && isOperation(own, uses)) {
                work.push(() -> follow(its));
              }
            }
          });
    }
  }

  /** Hidden methods serve operations, or are called by name by what does not. */
  private static boolean isOperation(Method method, ClassUses uses) {
    return !method.name().startsWith("<")
        && (uses.hidden().contains(method) || OF_OPERATIONS.matcher(method.descriptor()).find());
  }

  private static Method ofClient(Method method) {
    return new Method(client(method.owner()), method.name(), method.descriptor());
  }

  private static String client(String name) {
    return name.replace("/Default", "/");
  }
}
