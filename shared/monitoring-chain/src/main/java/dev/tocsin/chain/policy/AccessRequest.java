package dev.tocsin.chain.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A call that a policy is asked about.
 *
 * @param caller who makes it: an AWS service in its own name, or in a role
 * @param action for example {@code sns:Publish}
 * @param resource the ARN of the resource that carries the policy
 * @param context condition keys whose values are known; names are compared without case
 * @param absent condition keys known to be missing from the request; a key in neither is unknown
 */
public record AccessRequest(
    Caller caller,
    String action,
    String resource,
    Map<String, List<String>> context,
    Set<String> absent) {

  public AccessRequest {
    context =
        context.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> fold(entry.getKey()), entry -> List.copyOf(entry.getValue())));
    absent = absent.stream().map(AccessRequest::fold).collect(Collectors.toUnmodifiableSet());
  }

  /** The values of a condition key: some if present, none if absent, empty if unknown. */
  Optional<List<String>> values(String key) {
    String name = fold(key);
    return absent.contains(name) ? Optional.of(List.of()) : Optional.ofNullable(context.get(name));
  }

  private static String fold(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
