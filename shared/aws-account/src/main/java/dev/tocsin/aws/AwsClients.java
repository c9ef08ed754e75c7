package dev.tocsin.aws;

import dev.tocsin.chain.model.Partition;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** One client for each service and Region, made when it is first used. Thread-safe. */
public final class AwsClients implements AutoCloseable {
  /** The role that lets the accounts an account monitors read its monitoring. */
  public static final String MONITORING_ROLE = "tocsin-monitoring-reader";

  /**
   * Allowed to everybody, even under an explicit denial (API reference of STS, GetCallerIdentity).
   */
  static final String WHO_AM_I = "sts:GetCallerIdentity";

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(15);
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

  private final Optional<URI> endpoint;
  private final Optional<String> profile;
  private final Optional<String> region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;
  private final CallWatch watch;
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();

  private AwsClients(
      Optional<URI> endpoint,
      Optional<String> profile,
      Optional<String> region,
      AwsCredentialsProvider credentials,
      CallWatch watch) {
    this.endpoint = endpoint;
    this.profile = profile;
    this.region = region;
    this.credentials = credentials;
    this.watch = watch;
    this.http = http(endpoint);
  }

  /** Credentials, Region and endpoint as the SDK finds them in environment and profile files. */
  public static AwsClients fromEnvironment() {
    return of(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The same, with what a user gave by hand taking precedence. The credentials of a profile that is
   * given are that profile's and no others, whatever the environment holds.
   *
   * @param endpoint replaces the endpoint of every service
   * @param profile a profile of the shared configuration files
   * @param region the Region to start in
   * @throws AccountReadException if there is no such profile, or no such Region
   */
  public static AwsClients of(
      Optional<URI> endpoint, Optional<String> profile, Optional<String> region) {
    profile.ifPresent(AwsClients::checkProfile);
    region.ifPresent(AwsClients::checkRegion);
    AwsCredentialsProvider credentials =
        profile
            .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
            .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    return new AwsClients(endpoint, profile, region, credentials, new CallWatch());
  }

  /**
   * A client that reads the trusted certificates only where one will be shown: behind an endpoint
   * without TLS nobody is trusted, so that whatever speaks it all the same is refused.
   */
  static SdkHttpClient http(Optional<URI> endpoint) {
    UrlConnectionHttpClient.Builder http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECTION_TIMEOUT)
            .socketTimeout(ATTEMPT_TIMEOUT);
    if (endpoint.filter(url -> "http".equalsIgnoreCase(url.getScheme())).isPresent()) {
      http.tlsTrustManagersProvider(() -> new TrustManager[0]);
    }
    return http.build();
  }

  private static void checkProfile(String name) {
    ProfileFile files = ProfileFile.defaultProfileFile();
    if (files.profile(name).isEmpty()) {
      throw AccountReadException.noProfile(name, new TreeSet<>(files.profiles().keySet()));
    }
  }

  private static void checkRegion(String name) {
    if (Partition.find(name).isEmpty()) {
      throw AccountReadException.noSuchRegion(name);
    }
  }

  /** How many calls were made with these clients, and in roles that they assumed. */
  public long calls() {
    return watch.calls();
  }

  /**
   * The same settings in another account, as its role {@value #MONITORING_ROLE}.
   *
   * @throws AccountReadException if the role may not be assumed
   */
  public AwsClients inMonitoringAccount(String account) {
    return inRole(account, MONITORING_ROLE);
  }

  /**
   * The same settings in another account, as a role of it.
   *
   * @param account twelve digits
   * @param roleName the role's name with its path
   * @throws AccountReadException if the role may not be assumed
   */
  public AwsClients inRole(String account, String roleName) {
    String partition = PartitionMetadata.of(Region.of(region())).id();
    String roleArn = "arn:%s:iam::%s:role/%s".formatted(partition, account, roleName);
    StsAssumeRoleCredentialsProvider role =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts())
            .refreshRequest(request -> request.roleArn(roleArn).roleSessionName("tocsin"))
            .build();
    ApiCall.attempt("sts:AssumeRole", roleArn, role::resolveCredentials);
    return new AwsClients(endpoint, profile, region, role, watch);
  }

  /**
   * The Region to start in.
   *
   * @throws AccountReadException if none is configured
   */
  public String region() {
    return region.orElseGet(
        () -> {
          try {
            DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
            profile.ifPresent(chain::profileName);
            return chain.build().getRegion().id();
          } catch (SdkClientException none) {
            throw AccountReadException.noRegion(none);
          }
        });
  }

  /**
   * The account the credentials belong to, twelve digits.
   *
   * @throws AccountReadException if STS does not say
   */
  public String account() {
    return ApiCall.read(WHO_AM_I, "the credentials", () -> sts().getCallerIdentity()).account();
  }

  CloudTrailClient cloudTrail(String in) {
    return client(CloudTrailClient.class, in, CloudTrailClient::builder);
  }

  CloudWatchLogsClient logs(String in) {
    return client(CloudWatchLogsClient.class, in, CloudWatchLogsClient::builder);
  }

  CloudWatchClient cloudWatch(String in) {
    return client(CloudWatchClient.class, in, CloudWatchClient::builder);
  }

  SnsClient sns(String in) {
    return client(SnsClient.class, in, SnsClient::builder);
  }

  KmsClient kms(String in) {
    return client(KmsClient.class, in, KmsClient::builder);
  }

  EventBridgeClient eventBridge(String in) {
    return client(EventBridgeClient.class, in, EventBridgeClient::builder);
  }

  ConfigClient config(String in) {
    return client(ConfigClient.class, in, ConfigClient::builder);
  }

  IamClient iam(String in) {
    return client(IamClient.class, in, IamClient::builder);
  }

  private StsClient sts() {
    return client(StsClient.class, region(), StsClient::builder);
  }

  /** A client for a service that this class need not know: the function does without some. */
  <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
      Class<C> type, String in, Supplier<B> builder) {
    Function<String, SdkClient> make =
        key -> {
          B chosen =
              builder
                  .get()
                  .region(Region.of(in))
                  .credentialsProvider(credentials)
                  .httpClient(http)
                  .overrideConfiguration(overrides());
          endpoint.ifPresent(chosen::endpointOverride);
          return chosen.build();
        };
    return type.cast(clients.computeIfAbsent(type.getSimpleName() + " " + in, make));
  }

  private ClientOverrideConfiguration overrides() {
    ClientOverrideConfiguration.Builder overrides =
        ClientOverrideConfiguration.builder()
            .retryStrategy(RetryMode.STANDARD)
            .addExecutionInterceptor(watch)
            .apiCallTimeout(CALL_TIMEOUT)
            .apiCallAttemptTimeout(ATTEMPT_TIMEOUT);
    profile.ifPresent(overrides::defaultProfileName);
    return overrides.build();
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    http.close();
  }
}
