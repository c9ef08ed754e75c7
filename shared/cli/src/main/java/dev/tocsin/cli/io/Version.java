package dev.tocsin.cli.io;

/** Which Tocsin this is. */
public final class Version {

  /** By semantic versioning. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
