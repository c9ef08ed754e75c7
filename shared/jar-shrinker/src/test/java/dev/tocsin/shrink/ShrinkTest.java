package dev.tocsin.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A program, a library and a service's client of two operations, compiled and shrunk. */
class ShrinkTest {
  private static final String SERVICE = "software.amazon.awssdk.services.bell";
  private static final Map<String, String> SOURCES =
      Map.of(
          "dev.tocsin.Main",
          """
          public class Main {
            public static void main(String... a) throws Exception {
              software.amazon.awssdk.services.bell.BellClient bell =
                  software.amazon.awssdk.services.bell.BellClient.create();
              java.util.function.Function<software.amazon.awssdk.services.bell.model.RingRequest, Object> ring =
                  bell::ring;
              ring.apply(null);
              Class.forName("software.amazon.awssdk.services.bell.ByName");
            }
          }""",
          "dev.tocsin.NeverUsed",
          "public class NeverUsed {}",
          "library.Kept",
          "public class Kept { Object o = new software.amazon.awssdk.services.bell.ForLibrary(); }",
          SERVICE + ".BellClient",
          """
          public interface BellClient {
            static BellClient create() { return new DefaultBellClient(); }
            default model.RingResponse ring(model.RingRequest request) { throw new IllegalStateException(); }
            default model.MuteResponse mute(model.MuteRequest request) { throw new IllegalStateException(); }
            String serviceName();
          }"""
              .replace("model.", SERVICE + ".model."),
          SERVICE + ".DefaultBellClient",
          """
          class DefaultBellClient implements BellClient {
            public model.RingResponse ring(model.RingRequest request) {
              java.util.function.Supplier<model.RingResponse> s = () -> new model.RingResponse();
              return s.get();
            }
            public model.MuteResponse mute(model.MuteRequest request) {
              java.util.function.Supplier<model.MuteResponse> s = () -> new model.MuteResponse();
              return s.get();
            }
            public String serviceName() { return "bell"; }
          }"""
              .replace("model.", SERVICE + ".model."),
          SERVICE + ".model.RingRequest",
          "public class RingRequest {}",
          SERVICE + ".model.RingResponse",
          "public class RingResponse { Tone tone; }",
          SERVICE + ".model.Tone",
          "public class Tone {}",
          SERVICE + ".model.MuteRequest",
          "public class MuteRequest {}");
  private static final Map<String, String> MORE =
      Map.of(
          SERVICE + ".model.MuteResponse",
          "public class MuteResponse {}",
          SERVICE + ".ByName",
          "public class ByName {}",
          SERVICE + ".ByList",
          "public class ByList {}",
          SERVICE + ".ForLibrary",
          "public class ForLibrary {}");

  @TempDir private Path folder;
  private Map<String, byte[]> files;

  @BeforeEach
  void shrink() throws Exception {
    files = compiled();
    files.put(
        "META-INF/services/library.Plugin",
        (SERVICE + ".ByList\n").getBytes(StandardCharsets.UTF_8));
    Shrink.shrink(files, List.of("dev.tocsin.Main"));
  }

  @Test
  void whatACalledOperationNeedsStays() {
    assertThat(files)
        .containsKeys(
            service("BellClient"),
            service("DefaultBellClient"),
            service("model.RingRequest"),
            service("model.RingResponse"),
            service("model.Tone"));
    assertThat(methods("DefaultBellClient")).contains("ring", "serviceName", "<init>");
  }

  @Test
  void anOperationThatNothingCallsGoesWithAllThatOnlyItNeeds() {
    assertThat(files)
        .doesNotContainKeys(service("model.MuteRequest"), service("model.MuteResponse"));
    assertThat(methods("BellClient")).doesNotContain("mute");
    assertThat(methods("DefaultBellClient")).doesNotContain("mute").hasSize(4);
  }

  @Test
  void whatIsNamedByATextAListOrALibraryStays() {
    assertThat(files)
        .containsKeys(
            service("ByName"), service("ByList"), service("ForLibrary"), "library/Kept.class")
        .doesNotContainKey("dev/tocsin/NeverUsed.class");
  }

  @Test
  void anEntryThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Shrink.shrink(files, List.of("dev.tocsin.Main", "dev.tocsin.Mian")))
        .hasMessageContaining("`dev.tocsin.Mian` is not in the jar");
  }

  private static String service(String name) {
    return (SERVICE + "." + name).replace('.', '/') + ".class";
  }

  private List<String> methods(String client) {
    var node = new ClassNode();
    new ClassReader(files.get(service(client))).accept(node, 0);
    return node.methods.stream().map(method -> method.name).toList();
  }

  private Map<String, byte[]> compiled() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none"));
    Map<String, String> all = new HashMap<>(SOURCES);
    all.putAll(MORE);
    for (Map.Entry<String, String> source : all.entrySet()) {
      int dot = source.getKey().lastIndexOf('.');
      Path file = folder.resolve(source.getKey().substring(dot + 1) + ".java");
      Files.writeString(
          file, "package " + source.getKey().substring(0, dot) + ";\n" + source.getValue());
      arguments.add(file.toString());
    }
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failures).isZero();
    Map<String, byte[]> classes = new HashMap<>();
    for (String name : all.keySet()) {
      String file = name.replace('.', '/') + ".class";
      classes.put(file, Files.readAllBytes(folder.resolve(file)));
    }
    return classes;
  }
}
