package dev.tocsin.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A running emulator: account {@value #ACCOUNT_ID} unless another is asked for, every Region. */
public final class AwsEmulator {
  /** The account whose credentials {@link #environment} holds. */
  public static final String ACCOUNT_ID = "123456789012";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> TARGETS =
      Map.of(
          "athena", "AmazonAthena",
          "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
          "cloudwatch", "GraniteServiceVersion20100801",
          "config", "StarlingDoveService",
          "events", "AWSEvents",
          "kms", "TrentService",
          "logs", "Logs_20140328",
          "organizations", "AWSOrganizationsV20161128");

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern ACCESS_KEY = Pattern.compile("<AccessKeyId>(.+?)</AccessKeyId>");

  private final URI endpoint;
  private final String account;
  private final String accessKey;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  AwsEmulator(URI endpoint) {
    this(endpoint, ACCOUNT_ID, "emulator");
  }

  private AwsEmulator(URI endpoint, String account, String accessKey) {
    this.endpoint = endpoint;
    this.account = account;
    this.accessKey = accessKey;
  }

  /** The same emulator seen from another account; valid until the next {@link #reset}. */
  public AwsEmulator inAccount(String other) {
    Map<String, String> role =
        Map.of(
            "RoleArn", "arn:aws:iam::" + other + ":role/administrator", "RoleSessionName", "test");
    Matcher key = ACCESS_KEY.matcher(query("sts", "2011-06-15", "us-east-1", "AssumeRole", role));
    if (!key.find()) {
      throw new IllegalStateException("no access key for account " + other);
    }
    return new AwsEmulator(endpoint, other, key.group(1));
  }

  /** The account that calls are made in. */
  public String account() {
    return account;
  }

  /** The endpoint of every service. */
  public URI endpoint() {
    return endpoint;
  }

  /** The environment in which an AWS SDK or the AWS CLI talks to this emulator. */
  public Map<String, String> environment(String region) {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint.toString(),
        "AWS_REGION",
        region,
        "AWS_ACCESS_KEY_ID",
        accessKey,
        "AWS_SECRET_ACCESS_KEY",
        "emulator");
  }

  /** Empties the account and forgets requests, faults, amendments and confirmations. */
  public void reset() {
    control("reset", Map.of());
  }

  /** The calls received since the last {@link #reset} or {@link #forgetRequests}, oldest first. */
  public List<RecordedCall> requests() {
    try {
      return JSON.readValue(control("requests", Map.of()), new TypeReference<>() {});
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** Forgets the calls received so far, for instance those that set the account up. */
  public void forgetRequests() {
    control("forget-requests", Map.of());
  }

  /** Answers the calls a fault is about with its error from now on. */
  public void fail(InjectedFault fault) {
    control("fault", fault);
  }

  /** Spoils the answers of an operation from now on. */
  public void spoil(SpoiledAnswer answer) {
    control("fault", answer);
  }

  /** Answers as before the first {@link #fail} or {@link #spoil}. */
  public void forgetFaults() {
    control("forget-faults", Map.of());
  }

  /**
   * Lays members over the result of an operation from now on, for what no API can set: a delivery
   * error, a mute rule that is active. Not for SNS.
   */
  public void amend(
      String service, String operation, Map<String, String> where, Map<String, ?> result) {
    control(
        "amend",
        Map.of("service", service, "operation", operation, "where", where, "result", result));
  }

  /** The person behind an endpoint confirms its subscription to a topic. */
  public void confirm(String topicArn, String subscribed) {
    control("confirm", Map.of("topicArn", topicArn, "endpoint", subscribed));
  }

  /** From now on messages to an endpoint fail. */
  public void makeUnreachable(String topicArn, String subscribed) {
    control("unreachable", Map.of("topicArn", topicArn, "endpoint", subscribed));
  }

  /**
   * Sets the clock by which metrics, alarms and topics move; it stands still until it is set again,
   * and nothing moves before it is set at all.
   */
  public void setClock(Instant moment) {
    control("clock", Map.of("epochSecond", moment.getEpochSecond()));
  }

  /** Creates an S3 bucket, which a trail needs. */
  public void createBucket(String name) {
    send(signed("s3", "us-east-1").uri(endpoint.resolve("/" + name)).PUT(BodyPublishers.noBody()));
  }

  /** Puts an object into a bucket. */
  public void putObject(String bucket, String key, byte[] content) {
    send(
        signed("s3", "us-east-1")
            .uri(endpoint.resolve("/" + bucket + "/" + key))
            .PUT(BodyPublishers.ofByteArray(content)));
  }

  /** Has Athena answer the next query with those rows, the first of them the columns' names. */
  public void answerQuery(String region, List<List<String>> rows) {
    List<Map<String, ?>> data = new ArrayList<>();
    for (List<String> row : rows) {
      data.add(Map.of("Data", row.stream().map(cell -> Map.of("VarCharValue", cell)).toList()));
    }
    send(
        HttpRequest.newBuilder(endpoint.resolve("/moto-api/static/athena/query-results"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    write(
                        Map.of(
                            "account_id",
                            account,
                            "region",
                            region,
                            "results",
                            List.of(Map.of("rows", data, "column_info", List.of())))))));
  }

  /**
   * Calls an operation of a JSON service ({@code sns} and {@code iam} are called with {@link
   * #callSns} and {@link #callIam}) and gives its result.
   */
  public JsonNode call(String service, String region, String operation, Map<String, ?> parameters) {
    HttpRequest.Builder request =
        signed(service.equals("cloudwatch") ? "monitoring" : service, region)
            .header("X-Amz-Target", TARGETS.get(service) + "." + operation)
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(BodyPublishers.ofString(write(parameters)));
    try {
      return JSON.readTree(send(request));
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  /** Calls an operation of SNS and gives its answer in XML. */
  public String callSns(String region, String operation, Map<String, String> parameters) {
    return query("sns", "2010-03-31", region, operation, parameters);
  }

  /** The same of IAM, which has no Regions. */
  public String callIam(String operation, Map<String, String> parameters) {
    return query("iam", "2010-05-08", "us-east-1", operation, parameters);
  }

  private String query(
      String service,
      String version,
      String region,
      String operation,
      Map<String, String> parameters) {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    form.put("Action", operation);
    form.put("Version", version);
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        signed(service, region)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder signed(String signingName, String region) {
    return HttpRequest.newBuilder(endpoint)
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                .formatted(accessKey, region, signingName));
  }

  private String control(String action, Object body) {
    return send(
        HttpRequest.newBuilder(endpoint.resolve("/_emulator/" + action))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(write(body))));
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
