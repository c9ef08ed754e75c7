package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose key signs: a profile that is given, and no other, whatever is found elsewhere. */
class ProfileTest {
  private static final String ANSWER =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
      <Arn>arn:aws:iam::123456789012:user/u</Arn><UserId>u</UserId><Account>123456789012</Account>
      </GetCallerIdentityResult></GetCallerIdentityResponse>""";

  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @TempDir Path folder;

  @BeforeEach
  void keysEverywhere() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            "[audit]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = secret\n");
    settings(credentials).forEach(System::setProperty);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    settings(folder).keySet().forEach(System::clearProperty);
  }

  @Test
  void aProfileThatIsGivenSignsAlone() {
    account(Optional.of("audit"));
    assertThat(signatures).isNotEmpty().allMatch(one -> one.contains("AKIAPROFILE"));
  }

  @Test
  void withoutAProfileTheSdkSearches() {
    account(Optional.empty());
    assertThat(signatures).isNotEmpty().allMatch(one -> one.contains("AKIAELSEWHERE"));
  }

  private void account(Optional<String> profile) {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (AwsClients clients =
        AwsClients.of(Optional.of(endpoint), profile, Optional.of("us-east-1"))) {
      assertThat(clients.account()).isEqualTo("123456789012");
    }
  }

  private static Map<String, String> settings(Path credentials) {
    return Map.of(
        "aws.accessKeyId", "AKIAELSEWHERE",
        "aws.secretAccessKey", "secret",
        "aws.sharedCredentialsFile", credentials.toString());
  }
}
