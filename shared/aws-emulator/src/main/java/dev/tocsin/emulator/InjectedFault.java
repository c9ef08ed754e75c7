package dev.tocsin.emulator;

import java.util.Map;

/**
 * An error the emulator answers instead of doing what it is asked.
 *
 * @param service the IAM prefix
 * @param operation the API operation
 * @param where parameters the call must have, by name; empty for every call
 * @param code the error code as the service spells it
 * @param message the error message
 * @param status the HTTP status
 * @param times how many calls fail; -1 for all
 */
public record InjectedFault(
    String service,
    String operation,
    Map<String, String> where,
    String code,
    String message,
    int status,
    int times) {
  private static final int ALWAYS = -1;

  /**
   * The caller's role lacks the permission for an operation; SNS and CloudWatch spell it their own
   * way.
   */
  public static InjectedFault accessDenied(String service, String operation) {
    String code =
        switch (service) {
          case "sns" -> "AuthorizationError";
          case "cloudwatch" -> "AccessDenied";
          default -> "AccessDeniedException";
        };
    String message =
        "User: arn:aws:sts::123456789012:assumed-role/tocsin/tocsin is not authorized to perform: "
            + service
            + ":"
            + operation
            + " because no identity-based policy allows it";
    int status = service.equals("sns") || service.equals("cloudwatch") ? 403 : 400;
    return new InjectedFault(service, operation, Map.of(), code, message, status, ALWAYS);
  }

  /** The service refuses an operation for too many requests. */
  public static InjectedFault throttled(String service, String operation) {
    String code =
        switch (service) {
          case "sns" -> "Throttled";
          case "cloudwatch" -> "Throttling";
          default -> "ThrottlingException";
        };
    int status = service.equals("sns") ? 429 : 400;
    return new InjectedFault(service, operation, Map.of(), code, "Rate exceeded", status, ALWAYS);
  }

  /** The same fault for the first calls only. */
  public InjectedFault times(int calls) {
    return new InjectedFault(service, operation, where, code, message, status, calls);
  }

  /** The same fault for calls with this parameter only. */
  public InjectedFault where(String parameter, String value) {
    return new InjectedFault(
        service, operation, Map.of(parameter, value), code, message, status, times);
  }
}
