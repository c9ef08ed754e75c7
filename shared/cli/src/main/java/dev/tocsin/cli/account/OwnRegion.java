package dev.tocsin.cli.account;

/** Why an option that names a snapshot takes none that names an account to read. */
public final class OwnRegion {
  private OwnRegion() {}

  /**
   * The reason, for an option.
   *
   * @param option as it is written
   * @param others in backticks, with commas between
   */
  public static String of(String option, String others) {
    return "a snapshot has its own Region and needs no credentials, so `%s` goes with none of %s"
        .formatted(option, others);
  }
}
