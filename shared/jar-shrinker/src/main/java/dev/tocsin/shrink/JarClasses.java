package dev.tocsin.shrink;

import java.util.Map;

/** Loads, and verifies, the classes of a jar, and those of Java. */
final class JarClasses extends ClassLoader {
  private final Map<String, byte[]> classFiles;

  /**
   * Classes of a jar.
   *
   * @param classFiles by the class's name with slashes
   */
  JarClasses(Map<String, byte[]> classFiles) {
    super(ClassLoader.getPlatformClassLoader());
    this.classFiles = classFiles;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = classFiles.get(name.replace('.', '/'));
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }
}
