package dev.tocsin.filterpattern.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one field of an identity tells of who acts; blank where it tells nothing. Forms and
 * characters are those of the IAM user guide, IAM identifiers.
 *
 * @param type the identity's type, as CloudTrail names it
 * @param path of the user or role, with the slash behind it
 * @param name of the user, the federated user or the role; the account's alias of root
 * @param session the name of the role's session; the alias that a session of root names
 * @param id the unique id of the user or role, the number of the account, or the ARN of the root
 *     user who issued a session
 */
record Actor(String type, String path, String name, String session, String id) {

  static final String ROLE_SESSION = "AssumedRole";
  static final String USER = "IAMUser";
  static final String FEDERATED = "FederatedUser";
  static final String ROOT = "Root";
  static final String ACCOUNT = "AWSAccount";
  static final String SERVICE = "AWSService";

  /** The most specific form first, since a path may hold the words of another form. */
  private static final Pattern SESSION_ARN = form("sts::[0-9]*:assumed-role/|:?assumed-role/");

  private static final Pattern FEDERATED_ARN =
      form("sts::[0-9]*:federated-user/|:?federated-user/");
  private static final Pattern ROLE_ARN = form("iam::[0-9]*:role/|:?role/");
  private static final Pattern USER_ARN = form("iam::[0-9]*:user/|:?user/");
  private static final Pattern ROOT_ARN = Pattern.compile(".*:root");
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
  private static final Pattern NAME_IN_TEXT = Pattern.compile("[:/]*([\\w+=,.@-]+)[:/]*");

  private static Pattern form(String form) {
    return Pattern.compile("(?:arn:aws[a-z-]*:)?(?:" + form + ")(.*)");
  }

  private static Actor of(String type) {
    return new Actor(type, "", "", "", "");
  }

  private static Actor session(String name, String session, String id) {
    return new Actor(ROLE_SESSION, "", name, session, id);
  }

  private static Actor root(String alias, String issuer, String issuerArn) {
    return new Actor(ROOT, "", alias, issuer, issuerArn);
  }

  private static Actor user(String path, String name, String id) {
    return new Actor(USER, path, name, "", id);
  }

  /**
   * Who may act if the field holds the text, the likeliest first.
   *
   * @param field below {@code userIdentity}, with dots
   */
  static List<Actor> of(String field, String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return switch (field) {
      case "arn" -> ofArn(text);
      case "principalId" -> ofPrincipal(text);
      case "userName" -> isName(text) ? List.of(user("", text, ""), root(text, "", "")) : List.of();
      case "accessKeyId" -> List.of(of(text.startsWith("AKIA") ? USER : ROLE_SESSION));
      case "accountId" -> List.of(new Actor(ACCOUNT, "", "", "", text));
      case "type" -> text.equals(ACCOUNT) ? List.of(of(SERVICE)) : List.of();
      case "sessionContext.sessionIssuer.userName" ->
          isName(text) ? List.of(session(text, "", ""), root("", text, "")) : List.of();
      case "sessionContext.sessionIssuer.principalId" -> List.of(session("", "", text));
      case "sessionContext.sessionIssuer.arn" -> ofIssuer(text);
      default -> field.startsWith("sessionContext.") ? List.of(of(ROLE_SESSION)) : List.of();
    };
  }

  private static List<Actor> ofArn(String arn) {
    Matcher session = SESSION_ARN.matcher(arn);
    if (session.matches()) {
      List<String> names = List.of(session.group(1).split("/", 2));
      return List.of(session(names.get(0), names.size() > 1 ? names.get(1) : "", ""));
    }
    Matcher federated = FEDERATED_ARN.matcher(arn);
    if (federated.matches()) {
      return List.of(new Actor(FEDERATED, "", federated.group(1), "", ""));
    }
    Matcher user = USER_ARN.matcher(arn);
    if (user.matches()) {
      String[] parts = pathAndName(user.group(1));
      return List.of(user(parts[0], parts[1], ""));
    }
    if (ROOT_ARN.matcher(arn).matches()) {
      return List.of(of(ROOT));
    }
    return nameIn(arn)
        .map(name -> List.of(session(name, "", ""), session("", name, ""), user("", name, "")))
        .orElse(List.of());
  }

  private static List<Actor> ofIssuer(String arn) {
    Matcher role = ROLE_ARN.matcher(arn);
    if (role.matches()) {
      String[] parts = pathAndName(role.group(1));
      return List.of(new Actor(ROLE_SESSION, parts[0], parts[1], "", ""));
    }
    if (ROOT_ARN.matcher(arn).matches()) {
      return List.of(root("", "", arn));
    }
    return nameIn(arn).map(name -> List.of(session(name, "", ""))).orElse(List.of());
  }

  private static List<Actor> ofPrincipal(String principal) {
    int colon = principal.indexOf(':');
    if (colon >= 0) {
      return List.of(session("", principal.substring(colon + 1), principal.substring(0, colon)));
    }
    if (principal.startsWith("AIDA")) {
      return List.of(user("", "", principal));
    }
    List<Actor> actors = new ArrayList<>(List.of(session("", "", principal)));
    if (isName(principal)) {
      actors.add(session("", principal, ""));
      actors.add(user("", "", "AIDA" + principal));
    }
    return actors;
  }

  private static String[] pathAndName(String text) {
    int at = text.lastIndexOf('/');
    String path = at < 0 ? "" : text.substring(0, at + 1);
    return new String[] {path.startsWith("/") ? path.substring(1) : path, text.substring(at + 1)};
  }

  private static Optional<String> nameIn(String text) {
    Matcher name = NAME_IN_TEXT.matcher(text);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The two as one, if they can be one; this one's words come first. */
  Optional<Actor> and(Actor other) {
    return type.equals(other.type)
        ? Optional.of(
            new Actor(
                type,
                either(path, other.path),
                either(name, other.name),
                either(session, other.session),
                either(id, other.id)))
        : Optional.empty();
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
