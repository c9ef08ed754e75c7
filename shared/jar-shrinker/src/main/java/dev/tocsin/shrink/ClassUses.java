package dev.tocsin.shrink;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/**
 * What one class needs, by itself and method by method. A text that is a class's name counts as a
 * use: that is how the SDK finds what a profile asks for.
 *
 * @param itself supertypes, fields, annotations and the like
 * @param methods by method; private and synthetic ones are among them
 * @param hidden the methods that are private or synthetic
 */
record ClassUses(Uses itself, Map<Method, Uses> methods, Set<Method> hidden) {

  static ClassUses of(byte[] classFile) {
    var found = new ClassUses(new Uses(), new LinkedHashMap<>(), new HashSet<>());
    new ClassReader(classFile)
        .accept(found.new Collector(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /** Visits a class and notes every name; what it writes goes nowhere. */
  private final class Collector extends ClassRemapper {
    private final Names names;

    Collector() {
      this(new Names(itself));
    }

    private Collector(Names names) {
      super(Opcodes.ASM9, new ClassNode(), names);
      this.names = names;
    }

    /** Every class that is named with an outer one is listed there, needed or not. */
    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {}

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      var method = new Method(className, name, descriptor);
      var uses = new Uses();
      methods.put(method, uses);
      if ((access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0) {
        hidden.add(method);
      }
      names.into = uses;
      MethodVisitor mapped = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new Calls(mapped, names);
    }

    @Override
    public void visitEnd() {
      names.into = itself;
    }
  }

  /** Notes what a method calls, and the texts that may be names. */
  private static final class Calls extends MethodVisitor {
    private final Names names;

    Calls(MethodVisitor mapped, Names names) {
      super(Opcodes.ASM9, mapped);
      this.names = names;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      names.into.methods().add(new Method(owner, name, descriptor));
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
      super.visitLdcInsn(value);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        constant(argument);
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    private void constant(Object value) {
      if (value instanceof String text) {
        names.into.classes().add(text.replace('.', '/'));
      } else if (value instanceof Handle handle) {
        names.into.methods().add(new Method(handle.getOwner(), handle.getName(), handle.getDesc()));
      } else if (value instanceof ConstantDynamic dynamic) {
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
    }
  }

  private static final class Names extends Remapper {
    private Uses into;

    Names(Uses into) {
      super(Opcodes.ASM9);
      this.into = into;
    }

    @Override
    public String map(String internalName) {
      into.classes().add(internalName);
      return internalName;
    }
  }
}
