package dev.tocsin.emulator;

/** Credentials that open nothing, for the SDK's own chain, which takes none for no account. */
public final class MadeUpCredentials {
  private static final String KEY = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  private MadeUpCredentials() {}

  /** Gives them to every client that this program makes from now on. */
  public static void use() {
    System.setProperty(KEY, "emulator");
    System.setProperty(SECRET, "emulator");
  }

  /** Takes them away again. */
  public static void takeAway() {
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
  }
}
