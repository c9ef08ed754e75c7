package dev.tocsin.benchmarks;

import java.net.URI;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The least that a command could do in the place of {@code tocsin evaluate}: the same clients, the
 * same calls, and nothing decided. Measured by {@code command_line.py}.
 */
public final class CommandLineFloor {
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> new TrustManager[0]).build();
  private final URI endpoint;
  private final Region region;

  private CommandLineFloor(URI endpoint, String region) {
    this.endpoint = endpoint;
    this.region = Region.of(region);
  }

  /**
   * Reads the account and prints whose it is.
   *
   * @param arguments an endpoint without TLS, and a Region
   */
  public static void main(String[] arguments) {
    new CommandLineFloor(URI.create(arguments[0]), arguments[1]).read();
  }

  private void read() {
    try (var caller = client(StsClient.builder());
        var trails = client(CloudTrailClient.builder());
        var logs = client(CloudWatchLogsClient.builder());
        var alarms = client(CloudWatchClient.builder());
        var topics = client(SnsClient.builder())) {
      String account = caller.getCallerIdentity().account();
      ReadingCalls.make(trails, logs, alarms, topics);
      System.out.println("read " + account + ", nothing was decided");
    }
  }

  private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(B builder) {
    return builder.region(region).endpointOverride(endpoint).httpClient(http).build();
  }
}
