package dev.tocsin.aws;

/** An answer that AWS cannot have given: it says too little, or the same for ever. */
final class BadAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadAnswer(String problem) {
    super(problem);
  }

  /** The same, with the address that answered. */
  BadAnswer from(String address) {
    return new BadAnswer("%s (`%s` answered)".formatted(getMessage(), address));
  }
}
