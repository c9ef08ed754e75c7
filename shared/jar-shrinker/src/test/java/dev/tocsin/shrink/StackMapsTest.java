package dev.tocsin.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;

/** Classes of today, made ones of Java 5, are given back what they had. */
class StackMapsTest {
  private static final String OLD = name(Old.class);

  /** What two of this file's own classes have in common has to be found to map its stack. */
  static class Sound {
    static Sound of(int kind) {
      return kind == 0 ? new Bell() : new Siren();
    }
  }

  static class Bell extends Sound {}

  static class Siren extends Sound {}

  static class Old {
    static Sound louder(boolean loud) {
      return loud ? new Siren() : new Bell();
    }
  }

  @Test
  void aClassOfJava5GetsThemAndIsVerified() throws Exception {
    Map<String, byte[]> files = files();
    assertThat(StackMaps.areMissingIn(files.get(OLD + ".class"))).isTrue();
    assertThat(maps(files)).isZero();

    Shrink.shrink(files, List.of(Old.class.getName()));

    assertThat(StackMaps.areMissingIn(files.get(OLD + ".class"))).isFalse();
    assertThat(maps(files)).isPositive();
    Class<?> loaded = new JarClasses(Shrink.classFiles(files)).loadClass(Old.class.getName());
    var louder = loaded.getDeclaredMethod("louder", boolean.class);
    louder.setAccessible(true);
    assertThat(louder.invoke(null, true).getClass().getName()).isEqualTo(Siren.class.getName());
  }

  @Test
  void anotherClassStaysAsItIs() throws Exception {
    Map<String, byte[]> files = files();
    byte[] bell = files.get(name(Bell.class) + ".class");
    Shrink.shrink(files, List.of(Old.class.getName()));
    assertThat(files.get(name(Bell.class) + ".class")).isSameAs(bell);
  }

  private static Map<String, byte[]> files() throws Exception {
    Map<String, byte[]> files = new HashMap<>();
    for (Class<?> one : List.of(Sound.class, Bell.class, Siren.class, Old.class)) {
      try (InputStream in = one.getResourceAsStream("/" + name(one) + ".class")) {
        files.put(name(one) + ".class", in.readAllBytes());
      }
    }
    files.computeIfPresent(OLD + ".class", (name, file) -> asOfJava5(file));
    return files;
  }

  private static byte[] asOfJava5(byte[] file) {
    var writer = new ClassWriter(0);
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public void visit(
                  int version, int access, String name, String sign, String base, String[] faces) {
                super.visit(Opcodes.V1_5, access, name, sign, base, faces);
              }

              @Override
              public void visitNestHost(String host) {
                // Java 5 had none.
              }
            },
            ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static long maps(Map<String, byte[]> files) {
    var node = new ClassNode();
    new ClassReader(files.get(OLD + ".class")).accept(node, 0);
    return node.methods.stream()
        .flatMap(method -> List.of(method.instructions.toArray()).stream())
        .filter(FrameNode.class::isInstance)
        .count();
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }
}
