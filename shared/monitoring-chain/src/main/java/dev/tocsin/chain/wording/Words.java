package dev.tocsin.chain.wording;

import dev.tocsin.chain.verdict.Link;
import java.util.Locale;

/** Names in messages. */
public final class Words {
  private Words() {}

  /** For example {@code metric filter}. */
  public static String of(Link link) {
    return link.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The last part of an ARN, any other name as it is. */
  public static String brief(String subject) {
    return subject.startsWith("arn:") ? subject.substring(subject.lastIndexOf(':') + 1) : subject;
  }
}
