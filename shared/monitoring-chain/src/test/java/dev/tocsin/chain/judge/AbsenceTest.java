package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.BadSnapshot;
import dev.tocsin.chain.model.Members;
import dev.tocsin.chain.model.Members.Member;
import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.chain.model.SnapshotJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a snapshot may leave out, {@code absences.json}: {@code none}, with the reason why being
 * left out says that there is nothing of the kind, and {@code unknown}, for what is not known then
 * and never makes an account compliant.
 */
class AbsenceTest {
  private static final JavaType SNAPSHOT =
      JsonMapper.builder().build().constructType(Snapshot.class);
  private static final JsonNode ABSENCES = CaseFiles.read("absences.json");

  /** Each n-th is tried; {@code -Dtocsin.absences=1} tries all, which takes a minute or two. */
  private static final int EACH = Integer.getInteger("tocsin.absences", 60);

  /** A member of an object in an account, which the object may be without. */
  private record Place(JsonPointer object, String name, String member) {}

  @Test
  void everyMemberThatMayBeLeftOutIsNoneOrUnknown() {
    List<String> listed = new ArrayList<>(texts(ABSENCES.path("unknown")));
    ABSENCES.path("none").forEach(members -> listed.addAll(texts(members)));
    Set<String> optional = new TreeSet<>();
    optional(SNAPSHOT, optional);

    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(optional);
  }

  @Test
  void noAccountIsCompliantForWhatIsUnknownOfIt() {
    Set<String> unknown = new HashSet<>(texts(ABSENCES.path("unknown")));
    List<String> wrong = new ArrayList<>();
    int places = 0;
    int tried = 0;
    for (Case bad : (Iterable<Case>) bad()::iterator) {
      List<Place> all = new ArrayList<>();
      places(SNAPSHOT, bad.account(), JsonPointer.empty(), all);
      for (Place place : all) {
        if (unknown.contains(place.member()) && places++ % EACH == 0) {
          tried++;
          if (isCompliantWithout(place, bad)) {
            wrong.add(bad.id() + " without " + place.object() + "/" + place.name());
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(places / EACH - 1).isPositive();
  }

  private static Stream<Case> bad() {
    return CaseFiles.all().stream()
        .filter(one -> !one.verdict().compliant() && !one.file().equals("scale"));
  }

  private static boolean isCompliantWithout(Place place, Case bad) {
    ObjectNode account = bad.account();
    ((ObjectNode) account.at(place.object())).remove(place.name());
    try {
      Snapshot snapshot = SnapshotJson.read(account, bad.id());
      return new ChainJudge().judge(snapshot, bad.requirement(), bad.options()).compliant();
    } catch (BadSnapshot refused) {
      return false;
    }
  }

  private static void optional(JavaType type, Set<String> found) {
    if (type.isContainerType()) {
      optional(type.getContentType(), found);
    } else if (type.isRecordType()) {
      Members.kept(type.getRawClass())
          .forEach(
              (name, member) -> {
                if (!member.required()) {
                  found.add(Members.nameOf(type.getRawClass()) + "." + name);
                }
                optional(member.type(), found);
              });
    }
  }

  private static void places(JavaType type, JsonNode node, JsonPointer at, List<Place> found) {
    if (type.isRecordType()) {
      for (Map.Entry<String, Member> kept : Members.kept(type.getRawClass()).entrySet()) {
        String name = kept.getKey();
        if (node.has(name)) {
          found.add(new Place(at, name, Members.nameOf(type.getRawClass()) + "." + name));
          places(kept.getValue().type(), node.get(name), at.appendProperty(name), found);
        }
      }
    } else if (type.isMapLikeType()) {
      node.properties()
          .forEach(
              one ->
                  places(
                      type.getContentType(),
                      one.getValue(),
                      at.appendProperty(one.getKey()),
                      found));
    } else if (type.isContainerType()) {
      for (int i = 0; i < node.size(); i++) {
        places(type.getContentType(), node.get(i), at.appendIndex(i), found);
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.textValue()));
    return texts;
  }
}
