package dev.tocsin.shrink;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Stack maps for class files that were compiled for Java 5 or before and have none. Java verifies
 * such a class by inference each time it is loaded, which takes longer, and keeps it out of an
 * archive of classes (The Java Virtual Machine Specification, 4.10; JDK-8198698).
 */
final class StackMaps {
  private static final int MAJOR_VERSION = 7;

  /** Java 8's, as the SDK's classes have. */
  private static final int WITH_MAPS = Opcodes.V1_8;

  /** Tells which class extends which. */
  private final ClassLoader classes;

  /** For class files of that jar. */
  StackMaps(JarClasses classes) {
    this.classes = classes;
  }

  /** Whether a class file is of a version that has no stack maps. */
  static boolean areMissingIn(byte[] classFile) {
    return classFile[MAJOR_VERSION] < Opcodes.V1_6;
  }

  /** The same class with stack maps. */
  byte[] added(byte[] classFile) {
    var writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return classes;
          }
        };
    var upgrade =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            super.visit(WITH_MAPS, access, name, signature, superName, interfaces);
          }
        };
    new ClassReader(classFile).accept(upgrade, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }
}
