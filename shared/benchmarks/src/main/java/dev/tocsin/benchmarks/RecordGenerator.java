package dev.tocsin.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Writes CloudTrail records nobody recorded, the same for the same arguments. Runs from its source:
 *
 * <pre>{@code
 * java shared/benchmarks/src/main/java/dev/tocsin/benchmarks/RecordGenerator.java FOLDER MEGABYTES
 * }</pre>
 *
 * <p>{@code FOLDER} gets gzip files as CloudTrail delivers them, {@code FOLDER.jsonl} the same
 * records one a line. About one record in 400 is a change that a control of the CIS benchmark is
 * about, the others are what an account does all day: a mix made up for the purpose.
 */
public final class RecordGenerator {

  private static final String[] READS = {
    "ec2 DescribeInstances",
    "ec2 DescribeSecurityGroups",
    "sts AssumeRole",
    "s3 GetBucketAcl",
    "kms Decrypt",
    "iam ListRoles",
    "logs DescribeLogGroups",
    "monitoring DescribeAlarms",
    "dynamodb DescribeTable",
    "lambda ListFunctions20150331",
    "ssm UpdateInstanceInformation",
    "elasticloadbalancing DescribeTargetHealth",
    "sts GetCallerIdentity",
    "ecr GetAuthorizationToken"
  };
  private static final String[] CHANGES = {
    "iam PutUserPolicy",
    "iam AttachRolePolicy",
    "ec2 AuthorizeSecurityGroupIngress",
    "cloudtrail StopLogging",
    "s3 PutBucketPolicy",
    "kms DisableKey",
    "ec2 CreateRoute",
    "ec2 CreateVpc",
    "config StopConfigurationRecorder",
    "organizations LeaveOrganization"
  };
  private static final int ONE_CHANGE_IN = 400;
  private static final int RECORDS_A_FILE = 2_000;
  private static final int A_DAY = 100_000;

  private final Random random = new Random(17);
  private long number;

  private RecordGenerator() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    long bytes = Long.parseLong(arguments[1]) * 1_000_000;
    new RecordGenerator().write(folder, Path.of(arguments[0] + ".jsonl"), bytes);
  }

  private void write(Path folder, Path lines, long bytes) throws IOException {
    Files.createDirectories(folder);
    long written = 0;
    try (OutputStream all = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 20)) {
      for (int file = 0; written < bytes; file++) {
        StringBuilder records = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < RECORDS_A_FILE; i++) {
          String record = record();
          records.append(i == 0 ? "" : ",").append(record);
          byte[] line = (record + "\n").getBytes(StandardCharsets.UTF_8);
          all.write(line);
          written += line.length;
        }
        Path delivered = folder.resolve("%06d_CloudTrail_eu-west-1.json.gz".formatted(file));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(delivered), 1 << 16)) {
          out.write(records.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private String record() {
    boolean change = random.nextInt(ONE_CHANGE_IN) == 0;
    String[] kinds = change ? CHANGES : READS;
    String call = kinds[random.nextInt(kinds.length)];
    int space = call.indexOf(' ');
    int role = (int) Math.abs(random.nextGaussian() * 12);
    Instant time = Instant.ofEpochSecond(1_735_689_600L + number++ * 86_400 / A_DAY);
    String denied = random.nextInt(500) == 0 ? "\"errorCode\":\"AccessDenied\"," : "";
    return """
        {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROA%1$08d:session-%2$d",\
        "arn":"arn:aws:sts::111122223333:assumed-role/role-%1$d/session-%2$d","accountId":"111122223333",\
        "accessKeyId":"ASIA%3$012d","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA%1$08d",\
        "arn":"arn:aws:iam::111122223333:role/role-%1$d","accountId":"111122223333","userName":"role-%1$d"},\
        "attributes":{"creationDate":"%4$s","mfaAuthenticated":"false"}}},"eventTime":"%4$s",\
        "eventSource":"%5$s.amazonaws.com","eventName":"%6$s","awsRegion":"eu-west-1",\
        "sourceIPAddress":"10.%7$d.%8$d.7","userAgent":"aws-sdk-java/2.%7$d.1 Linux/6.1 exec-env/AWS_Lambda_java21",\
        %9$s"requestParameters":{"filterSet":{"items":[{"name":"tag:env","valueSet":{"items":[{"value":"v%8$d"}]}}]},\
        "maxResults":%8$d},"responseElements":null,"requestID":"%10$016x-%11$016x","eventID":"%11$016x-%10$016x",\
        "readOnly":%12$s,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333",\
        "eventCategory":"Management","tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256",\
        "clientProvidedHostHeader":"%5$s.eu-west-1.amazonaws.com"}}"""
        .formatted(
            role,
            random.nextInt(5_000),
            random.nextInt(1_000_000),
            time,
            call.substring(0, space),
            call.substring(space + 1),
            random.nextInt(30),
            random.nextInt(250),
            denied,
            random.nextLong(),
            random.nextLong(),
            !change);
  }
}
