package dev.tocsin.chain.judge;

import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.Link;

/** What is wrong with a link, before it is known which thing carries it. */
record Problem(String problem, String fix) {

  /** The link may hold, but that cannot be shown. */
  static Problem cannotShow(String what, String fix) {
    return new Problem("cannot show that " + what, fix);
  }

  Finding on(Link link, String subject) {
    return new Finding(link, subject, problem, fix);
  }
}
