package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** That the list of permissions is what its file says, member by member. */
class IamActionTest {

  @Test
  void everyPermissionOfTheFileIsReadWhole() throws IOException {
    try (InputStream file = IamAction.class.getResourceAsStream("iam-actions.json")) {
      ObjectMapper mapper = new ObjectMapper();
      JsonNode written = mapper.readTree(file);

      assertThat(written).isNotEmpty();
      assertThat(mapper.<JsonNode>valueToTree(IamAction.all())).isEqualTo(written);
    }
  }

  @Test
  void noActionIsThereTwice() {
    assertThat(IamAction.all()).extracting(IamAction::action).doesNotHaveDuplicates();
  }
}
