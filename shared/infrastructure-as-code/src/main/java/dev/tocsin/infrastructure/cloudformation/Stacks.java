package dev.tocsin.infrastructure.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.infrastructure.BlueprintProblem;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Stacks of one account and Region, which may import from each other. */
public final class Stacks {
  private final String account;
  private final String region;
  private final List<Stack> stacks;
  private final Map<Place, Stack> nested = new HashMap<>();

  /**
   * What templates would make.
   *
   * @param notFollowed the nested stacks whose templates are not given
   */
  public record Made(List<Resource> resources, List<Place> notFollowed) {}

  private Stacks(
      List<Template> templates, Map<String, String> parameters, String account, String region) {
    this.account = account;
    this.region = region;
    this.stacks =
        templates.stream().map(template -> new Stack(template, parameters, this)).toList();
    nest();
  }

  /** A nested stack is made of the given template that has its file's name. */
  private void nest() {
    for (Stack parent : stacks) {
      parent
          .nestedTemplates()
          .forEach(
              (id, url) ->
                  stacks.stream()
                      .filter(stack -> stack != parent && !stack.isNested())
                      .filter(stack -> fileName(stack.template().file()).equals(fileName(url)))
                      .findFirst()
                      .ifPresent(
                          stack -> {
                            stack.nestIn(parent, id);
                            nested.put(parent.template().place(id), stack);
                          }));
    }
  }

  private static String fileName(String path) {
    return path.replaceFirst("[?#].*", "").replaceFirst(".*[/\\\\]", "");
  }

  /** The stack that a resource makes, if its template is given. */
  Optional<Stack> nestedIn(Stack parent, String id) {
    return Optional.ofNullable(nested.get(parent.template().place(id)));
  }

  private Stream<Place> notFollowed() {
    return stacks.stream()
        .flatMap(
            stack ->
                stack.nestedTemplates().keySet().stream()
                    .map(id -> stack.template().place(id))
                    .filter(place -> !nested.containsKey(place)));
  }

  /**
   * What the templates would make together.
   *
   * @param parameters values for every template that has a parameter of that name
   * @throws BlueprintProblem if no template has such a parameter
   */
  public static Made resources(
      List<Template> templates, Map<String, String> parameters, String account, String region)
      throws BlueprintProblem {
    Set<String> declared = new TreeSet<>();
    for (Template template : templates) {
      for (Iterator<String> names = template.section("Parameters").fieldNames();
          names.hasNext(); ) {
        declared.add(names.next());
      }
    }
    for (String name : parameters.keySet()) {
      if (!declared.contains(name)) {
        throw new BlueprintProblem(
            "`--parameter %s`: no template has such a parameter. Fix: %s"
                .formatted(
                    name,
                    declared.isEmpty()
                        ? "leave it out, none has any"
                        : "name one of " + String.join(", ", declared)));
      }
    }
    Stacks made = new Stacks(templates, parameters, account, region);
    return new Made(
        made.stacks.stream().flatMap(stack -> stack.resources().stream()).toList(),
        made.notFollowed().toList());
  }

  String account() {
    return account;
  }

  String region() {
    return region;
  }

  /** The value that a stack among these exports. */
  JsonNode imported(String name) {
    return stacks.stream()
        .map(stack -> stack.export(name))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(
            () ->
                Unknown.node(
                    "imports `%s`, which none of the templates exports; give that template as well"
                        .formatted(name)));
  }
}
