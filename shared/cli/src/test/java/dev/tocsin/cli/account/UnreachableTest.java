package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tocsin.cli.Run;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an account cannot be asked: one line that names the thing, and what to do about it. */
class UnreachableTest {
  private static final String REFUSAL =
      """
      <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
      <Code>%s</Code><Message>said by STS</Message></Error><RequestId>r-1</RequestId></ErrorResponse>""";

  private static final String CALLER =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
      <Arn>arn:aws:iam::111122223333:user/audit</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account>
      </GetCallerIdentityResult></GetCallerIdentityResponse>""";

  @TempDir private Path folder;

  @BeforeEach
  void keysAndProfiles() throws Exception {
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            "[audit]\naws_access_key_id = AKIA\naws_secret_access_key = secret\n[empty]\nregion = x\n");
    settings(credentials).forEach(System::setProperty);
  }

  @AfterEach
  void noKeys() {
    settings(folder).keySet().forEach(System::clearProperty);
  }

  private static Map<String, String> settings(Path credentials) {
    return Map.of(
        "aws.accessKeyId", "AKIA",
        "aws.secretAccessKey", "secret",
        "aws.sharedCredentialsFile", credentials.toString());
  }

  private static String refused(String line) {
    Run run = Run.tocsin(line.split(" ", -1));
    assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).doesNotContain("SDK", "ProfileFile", "Request ID", "secret");
    return run.err();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--profile nope | profile `nope` is not in the AWS CLI's `config` and `credentials` files; they have `audit`, `empty`",
        "--profile nope --region us-east-1 | profile `nope` is not in",
        "--profile empty --region us-east-1 | log in, set `AWS_PROFILE`",
        "--region mars-1 | there is no Region `mars-1`",
        "--region us-east-1 --endpoint-url http://127.0.0.1:1 | `http://127.0.0.1:1` takes no connection",
        "--region us-east-1 --endpoint-url http://nowhere.invalid | no address is known for `nowhere.invalid`",
      })
  void isSaid(String line, String expected) {
    assertThat(refused("evaluate --control vpc-changes " + line)).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ExpiredToken | said by STS (ExpiredToken); renew the credentials, with `aws sso login`",
        "AccessDenied | which needs no permission and no policy can refuse; check the address",
      })
  void isSaidOfARefusal(String code, String expected) throws Exception {
    assertThat(answered("evaluate --control vpc-changes", 403, "text/xml", REFUSAL.formatted(code)))
        .contains(expected);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "evaluate --control vpc-changes | 403 | text/html | `http://127.0.0.1:PORT` does not answer as AWS does (HTTP 403, no error code); look for a proxy",
        "evaluate --control vpc-changes | 501 | text/html | does not answer as AWS does (HTTP 501, no error code); look for a proxy",
        "snapshot | 502 | text/html | does not answer as AWS does (HTTP 502, no error code); look for a proxy",
        "evaluate --control vpc-changes | 200 | text/html | it lacks `Account`, which AWS always sends (`http://127.0.0.1:PORT` answered)",
        "snapshot | 200 | text/html | it lacks `Account`, which AWS always sends",
        "snapshot | 200 | | it lacks `Account`, which AWS always sends",
      })
  void isSaidOfWhatIsNotAws(String command, int status, String type, String expected)
      throws Exception {
    String body = type == null ? "" : "<html><body>Log in</body></html>";
    assertThat(answered(command, status, type == null ? "text/xml" : type, body))
        .contains(expected);
  }

  @Test
  void isSaidOfAPageInPlaceOfJson() throws Exception {
    String line = "evaluate --control vpc-changes";
    assertThat(answered(line, 200, "text/html", "<html>Log in</html>", CALLER))
        .contains(
            "`cloudtrail:DescribeTrails` on `*` failed: `http://127.0.0.1:PORT` does not answer")
        .contains(
            "(HTTP 200, text/html that cannot be read); evaluate again; if it stays so, look");
  }

  private static String answered(String command, int status, String type, String body)
      throws Exception {
    return answered(command, status, type, body, body);
  }

  /**
   * What is said where a server answers so.
   *
   * @param caller what it answers to {@code sts:GetCallerIdentity}
   */
  private static String answered(
      String command, int status, String type, String body, String caller) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String asked =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] bytes =
              (asked.contains("GetCallerIdentity") ? caller : body)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    String port = String.valueOf(server.getAddress().getPort());
    try {
      return refused(command + " --region us-east-1 --endpoint-url http://127.0.0.1:" + port)
          .replace(port, "PORT");
    } finally {
      server.stop(0);
    }
  }
}
