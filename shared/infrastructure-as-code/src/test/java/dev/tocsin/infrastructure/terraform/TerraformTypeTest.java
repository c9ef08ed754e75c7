package dev.tocsin.infrastructure.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tocsin.infrastructure.Foreseen;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every property into which an attribute is read is one that CloudFormation publishes. */
class TerraformTypeTest {
  /** What Terraform has and CloudFormation says in another resource, or not at all. */
  private static final Set<String> OWN =
      Set.of("AWS::SNS::Topic Policy", "AWS::SNS::Subscription EndpointAutoConfirms");

  @Test
  void readsIntoPublishedProperties() throws Exception {
    JsonNode published =
        JsonMapper.builder().build().readTree(Foreseen.text("published-properties.json"));
    Set<String> unpublished = new TreeSet<>();
    for (TerraformType type : TerraformType.known().values()) {
      if (type.type().startsWith("AWS::")) {
        Set<String> names = new TreeSet<>();
        published.path(type.type()).forEach(name -> names.add(name.asText()));
        assertThat(names).as(type.type()).isNotEmpty();
        collect(type.type(), type.members(), names, unpublished);
      }
    }
    assertThat(unpublished).isEqualTo(new TreeSet<>(OWN));
  }

  private static void collect(
      String type,
      Map<String, TerraformType.Member> members,
      Set<String> published,
      Set<String> unpublished) {
    for (TerraformType.Member member : members.values()) {
      for (String name : member.as().split("\\.", -1)) {
        if (!name.isEmpty() && !published.contains(name)) {
          unpublished.add(type + " " + name);
        }
      }
      if (member.members() != null) {
        collect(type, member.members(), published, unpublished);
      }
    }
  }
}
