package dev.tocsin.aws;

import dev.tocsin.aws.ApiCall.Answer;
import dev.tocsin.chain.model.Arn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/**
 * Who belongs to an organization, and which account receives its records. Asked with the
 * credentials of the management account or of a delegated administrator.
 */
public final class OrganizationReader {
  private static final String LIST = "organizations:ListAccounts";
  private static final String ACTIVE = "ACTIVE";
  private static final String NO_ORGANIZATION = "AWSOrganizationsNotInUseException";

  private final AwsClients clients;

  /** A reader with the account and settings of these clients. */
  public OrganizationReader(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * The active accounts, the management account among them, in the order of their numbers.
   *
   * @throws AccountReadException if they cannot be listed
   */
  public List<String> accounts() {
    OrganizationsClient organizations =
        clients.client(OrganizationsClient.class, clients.region(), OrganizationsClient::builder);
    Answer<List<ListAccountsResponse>> answer =
        ApiCall.askPages(
            LIST,
            "*",
            ApiCall.deniedOr(NO_ORGANIZATION),
            token -> organizations.listAccounts(request -> request.nextToken(token)),
            ListAccountsResponse::nextToken);
    if (answer.isRefused()) {
      throw AccountReadException.noOrganization(answer.refusal(), answer.isDenied());
    }
    List<String> active =
        answer.value().stream()
            .flatMap(page -> page.accounts().stream())
            .filter(OrganizationReader::isActive)
            .map(Account::id)
            .sorted()
            .distinct()
            .toList();
    if (active.isEmpty()) {
      throw AccountReadException.malformed(LIST, "*", new BadAnswer("it has no active account"));
    }
    return active;
  }

  // `State` replaced `Status`, which AWS retired on 9 September 2026 (Account, API reference).
  private static boolean isActive(Account account) {
    return ACTIVE.equals(
        Optional.ofNullable(account.stateAsString()).orElse(account.statusAsString()));
  }

  /**
   * The accounts to whose log groups the organization's trails deliver; none iff there is no such
   * trail that sees the Region.
   *
   * @throws AccountReadException if the trails cannot be read
   */
  public Set<String> watchers(String region) {
    return new TrailReader(clients, "")
        .in(region).stream()
            .filter(trail -> Boolean.TRUE.equals(trail.isOrganizationTrail()))
            .map(Trail::cloudWatchLogsLogGroupArn)
            .flatMap(group -> Stream.ofNullable(group).flatMap(arn -> Arn.parse(arn).stream()))
            .map(Arn::account)
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
