package dev.tocsin.emulator.faults;

/** Error codes that each service spells its own way (botocore 1.43.11, service models). */
final class Codes {
  private Codes() {}

  static String denied(Asked asked) {
    return switch (asked.service()) {
      case "sns" -> "AuthorizationError";
      case "cloudwatch", "sts" -> "AccessDenied";
      default -> "AccessDeniedException";
    };
  }

  static String notFound(Asked asked) {
    return switch (asked.service()) {
      case "cloudtrail" -> "TrailNotFoundException";
      case "sns" -> "NotFound";
      case "kms" -> "NotFoundException";
      default -> "ResourceNotFoundException";
    };
  }

  static int notFoundStatus(Asked asked) {
    return asked.service().equals("sns") ? 404 : 400;
  }
}
