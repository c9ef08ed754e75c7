package dev.tocsin.infrastructure.terraform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.verdict.Place;
import dev.tocsin.infrastructure.BlueprintProblem;
import dev.tocsin.infrastructure.resource.Resource;
import dev.tocsin.infrastructure.resource.Types;
import dev.tocsin.infrastructure.resource.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A plan as {@code terraform show -json} prints it. */
public final class TerraformPlan {
  private static final String EXPECTED =
      "`%s`: expected what `terraform show -json PLANFILE` prints, found %s. Fix: `terraform plan"
          + " -out=tfplan && terraform show -json tfplan > plan.json`";

  private final JsonNode plan;
  private final Providers providers;
  private final List<Instance> instances = new ArrayList<>();

  private TerraformPlan(JsonNode plan) {
    this.plan = plan;
    this.providers = new Providers(plan);
    for (JsonNode change : plan.path("resource_changes")) {
      // Nothing comes after what is deleted, and a deposed object is on its way out.
      if (change.path("change").path("after").isObject() && !change.has("deposed")) {
        instances.add(Instance.of(plan, change));
      }
    }
  }

  /**
   * Reads a plan.
   *
   * @param name the name of the file, for messages
   * @throws BlueprintProblem if the text is none
   */
  public static TerraformPlan read(String text, String name) throws BlueprintProblem {
    JsonNode plan;
    try {
      plan = JsonMapper.builder().build().readTree(text);
    } catch (JsonProcessingException notJson) {
      String found = text.startsWith("PK") ? "the plan file itself" : "no JSON";
      throw new BlueprintProblem(EXPECTED.formatted(name, found));
    }
    if (plan == null || !plan.path("configuration").isObject()) {
      throw new BlueprintProblem(
          EXPECTED.formatted(name, plan != null && plan.has("values") ? "a state" : "other JSON"));
    }
    if (plan.path("errored").asBoolean()) {
      throw new BlueprintProblem(
          "`%s`: Terraform could not finish the plan. Fix: mend what it says and plan again"
              .formatted(name));
    }
    if (!plan.path("complete").asBoolean(true)) {
      throw new BlueprintProblem(
          "`%s`: Terraform planned a part only, so that what would silence an alarm may be missing. Fix: plan without `-target` and `-exclude`, and where Terraform defers changes, apply and plan again"
              .formatted(name));
    }
    return new TerraformPlan(plan);
  }

  /** The account whose identity the plan has read; empty iff it has read none. */
  public Optional<String> account() {
    return account(plan.path("prior_state").path("values").path("root_module"));
  }

  private static Optional<String> account(JsonNode module) {
    for (JsonNode resource : module.path("resources")) {
      if (resource.path("type").asText().equals("aws_caller_identity")) {
        return Optional.of(resource.path("values").path("account_id").asText());
      }
    }
    for (JsonNode child : module.path("child_modules")) {
      Optional<String> found = account(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The Region of the provider that has no alias; empty iff the plan does not name it. */
  public Optional<String> region() {
    return providers.region();
  }

  /**
   * What there is once the plan is applied.
   *
   * @param account twelve digits
   * @param region where a resource names none
   */
  public List<Resource> resources(String account, String region) {
    return new Reading(account, region).resources();
  }

  /** The plan for one account. */
  private final class Reading {
    private final String account;
    private final String region;
    private final Completion completion;

    Reading(String account, String region) {
      this.account = account;
      this.region = region;
      this.completion = new Completion(new References(instances, this::attribute));
    }

    List<Resource> resources() {
      List<Resource> resources = new ArrayList<>();
      for (Instance instance : instances) {
        if (instance.mode().equals("managed")) {
          TerraformType.of(instance.type())
              .ifPresent(type -> resources.add(resource(instance, type)));
        }
      }
      return resources;
    }

    private Resource resource(Instance instance, TerraformType type) {
      ObjectNode properties = type.properties(completion.of(instance));
      String nameProperty = Types.nameProperty(type.type());
      if (!nameProperty.isEmpty()) {
        properties.put(nameProperty, name(instance, type));
      }
      return new Resource(
          type.type(),
          Place.of(instance.address()),
          region(instance),
          properties,
          providers.doubt(provider(instance), instance.known("region").isTextual()));
    }

    /** The name that is known, or one that nothing else has. */
    private String name(Instance instance, TerraformType type) {
      String property = Types.nameProperty(type.type());
      for (var member : type.members().entrySet()) {
        JsonNode known = instance.known(member.getKey());
        if (member.getValue().as().equals(property)
            && known.isTextual()
            && !known.textValue().isEmpty()) {
          return known.textValue();
        }
      }
      JsonNode keyId = instance.known("key_id");
      return type.type().equals(Types.KEY) && keyId.isTextual()
          ? keyId.textValue()
          : instance.address().replaceAll("[^A-Za-z0-9_-]+", "-");
    }

    private String region(Instance instance) {
      JsonNode own = instance.known("region");
      if (own.isTextual()) {
        return own.textValue();
      }
      return providers.region(provider(instance)).orElse(region);
    }

    private static String provider(Instance instance) {
      return instance.configuration().path("provider_config_key").asText();
    }

    /** The value of an attribute that something else names. */
    private JsonNode attribute(Instance instance, String attribute) {
      JsonNode known = instance.known(attribute);
      if (known.isValueNode() && !known.isNull()) {
        return known;
      }
      if (instance.type().equals("aws_iam_policy_document")
          && Set.of("json", "minified_json").contains(attribute)) {
        return PolicyDocument.of(completion.of(instance));
      }
      return TerraformType.of(instance.type())
          .map(type -> identity(instance, type, attribute))
          .orElseGet(() -> Unknown.node("is known only after apply"));
    }

    private JsonNode identity(Instance instance, TerraformType type, String attribute) {
      String name = name(instance, type);
      String asked = attribute.equals("id") ? String.valueOf(type.id()) : attribute;
      TerraformType.Member member = type.members().get(asked);
      boolean isNameMember = member != null && member.as().equals(Types.nameProperty(type.type()));
      boolean isName = asked.equals("name") || asked.equals("key_id") || isNameMember;
      if (isName) {
        return JsonNodeFactory.instance.textNode(name);
      }
      return asked.equals("arn")
          ? Types.arn(
                  type.type(),
                  region(instance),
                  account,
                  Types.path(type.type(), instance.known("path")) + name)
              .<JsonNode>map(JsonNodeFactory.instance::textNode)
              .orElseGet(() -> Unknown.node("is known only after apply"))
          : Unknown.node("is known only after apply");
    }
  }
}
