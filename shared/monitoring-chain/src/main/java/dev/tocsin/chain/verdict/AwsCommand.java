package dev.tocsin.chain.verdict;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands of the AWS CLI in fixes, to be pasted into a POSIX shell. */
public final class AwsCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,…-]+");

  private AwsCommand() {}

  /**
   * {@code run `aws … --region REGION`}: names of the account are quoted, since they may hold
   * anything, and the Region is named, since another may have a thing of that name.
   *
   * @param words the command's words without {@code aws}
   */
  public static String run(String region, String... words) {
    return Arrays.stream(words)
        .map(AwsCommand::quoted)
        .collect(Collectors.joining(" ", "run `aws ", " --region " + quoted(region) + "`"));
  }

  /** The word as a POSIX shell reads it back. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
