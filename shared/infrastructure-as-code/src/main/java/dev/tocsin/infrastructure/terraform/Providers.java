package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.infrastructure.resource.Doubt;
import java.util.List;
import java.util.Optional;

/**
 * The providers of a plan: into which Region each makes its resources, and whether that is in the
 * account of the provider without an alias, which is the one that is judged.
 */
final class Providers {
  private static final String OWN = "aws";
  private static final String PROPERTY = "provider";

  /** Arguments of the provider that choose whose credentials it uses. */
  private static final List<String> CREDENTIALS =
      List.of(
          "access_key",
          "secret_key",
          "token",
          "profile",
          "shared_config_files",
          "shared_credentials_files",
          "assume_role",
          "assume_role_with_web_identity");

  private final JsonNode plan;

  Providers(JsonNode plan) {
    this.plan = plan;
  }

  /** The Region of the provider that has no alias; empty iff the plan does not name it. */
  Optional<String> region() {
    return region(OWN);
  }

  /** The Region of a provider; empty iff the plan does not name it. */
  Optional<String> region(String key) {
    JsonNode region = arguments(key).path("region");
    if (region.path("constant_value").isTextual()) {
      return Optional.of(region.path("constant_value").textValue());
    }
    String reference = region.path("references").path(0).asText("");
    return reference.startsWith("var.")
        ? Optional.of(plan.path("variables").path(reference.substring(4)).path("value").asText(""))
            .filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /** Why what a provider makes may be in another account, or in a Region that nobody can tell. */
  Optional<Doubt> doubt(String key, boolean namesItsRegion) {
    JsonNode own = arguments(OWN);
    JsonNode arguments = arguments(key);
    if (arguments.isMissingNode() || key.equals(OWN)) {
      return Optional.empty();
    }
    for (String credential : CREDENTIALS) {
      if (!arguments.path(credential).equals(own.path(credential))) {
        return Optional.of(
            new Doubt(
                PROPERTY,
                "`%s` has another `%s` than `%s`, so it may be in another account"
                    .formatted(key, credential, OWN)));
      }
    }
    boolean sameRegion = arguments.path("region").equals(own.path("region"));
    return namesItsRegion || sameRegion || region(key).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Doubt(PROPERTY, "`%s` has a Region that the plan does not show".formatted(key)));
  }

  private JsonNode arguments(String key) {
    return plan.path("configuration").path("provider_config").path(key).path("expressions");
  }
}
