package dev.tocsin.aws;

/** AWS Config did not take an evaluation. The message never holds the result token. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportException(String message) {
    super(message);
  }
}
