package dev.tocsin.shrink;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The class file of a service's client without the operations that nothing calls. */
final class ClientFile {
  private ClientFile() {}

  static byte[] shrunk(byte[] classFile, Reachable reachable) {
    var writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new Shrinking(writer, reachable), 0);
    return writer.toByteArray();
  }

  private static final class Shrinking extends ClassVisitor {
    private final Reachable reachable;
    private String owner;

    Shrinking(ClassWriter writer, Reachable reachable) {
      super(Opcodes.ASM9, writer);
      this.reachable = reachable;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      owner = name;
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {
      if (reachable.has(name) || !Shrink.mayGo(name)) {
        super.visitInnerClass(name, outer, inner, access);
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return reachable.has(new Method(owner, name, descriptor))
          ? super.visitMethod(access, name, descriptor, signature, exceptions)
          : null;
    }
  }
}
