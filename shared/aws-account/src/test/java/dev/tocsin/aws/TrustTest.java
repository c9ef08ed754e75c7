package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertPathBuilderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Whose certificate is trusted: behind an endpoint with TLS those of Java's trust store, behind one
 * without it nobody's, so that the store is not read.
 */
class TrustTest {
  private static final String STORE = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "changeit";
  private static final Map<String, String> KEYS =
      Map.of("aws.accessKeyId", "emulator", "aws.secretAccessKey", "emulator");
  private static final String ANSWER =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
      <Arn>arn:aws:iam::123456789012:user/u</Arn><UserId>u</UserId><Account>123456789012</Account>
      </GetCallerIdentityResult></GetCallerIdentityResponse>""";

  @TempDir static Path folder;
  private static Path ownStore;

  private HttpsServer withTls;
  private HttpServer withoutTls;

  @BeforeAll
  static void certificate() throws Exception {
    ownStore = folder.resolve("own.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    ownStore.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).as(said).isZero();
  }

  @BeforeEach
  void serve() throws Exception {
    withTls = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    withTls.setHttpsConfigurator(new HttpsConfigurator(ownCertificate()));
    withoutTls = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (HttpServer server : List.of(withTls, withoutTls)) {
      server.createContext("/", TrustTest::answer);
      server.start();
    }
    KEYS.forEach(System::setProperty);
    System.setProperty(STORE + "Password", PASSWORD);
  }

  @AfterEach
  void stop() {
    withTls.stop(0);
    withoutTls.stop(0);
    KEYS.keySet().forEach(System::clearProperty);
    System.clearProperty(STORE);
    System.clearProperty(STORE + "Password");
    System.clearProperty(STORE + "Type");
  }

  @Test
  void anEndpointWithTlsIsTrustedForACertificateOfTheTrustStore() {
    System.setProperty(STORE, ownStore.toString());

    assertThat(accountBehind(https())).isEqualTo("123456789012");
  }

  @Test
  void anEndpointWithTlsIsNotTrustedForAnyOtherCertificate() {
    System.clearProperty(STORE);

    assertThatExceptionOfType(AccountReadException.class)
        .isThrownBy(() -> accountBehind(https()))
        .withMessageContaining("sts:GetCallerIdentity")
        .withRootCauseInstanceOf(CertPathBuilderException.class);
  }

  @Test
  void theTrustStoreIsReadForAnEndpointWithTlsAlone() {
    System.setProperty(STORE, ownStore.toString());
    System.setProperty(STORE + "Type", "counted");
    StoreCounter counter = new StoreCounter();
    Security.addProvider(counter);
    try {
      assertThat(accountBehind(http())).isEqualTo("123456789012");
      assertThat(counter.opened.get()).isZero();
      assertThat(accountBehind(https())).isEqualTo("123456789012");
      assertThat(counter.opened.get()).isPositive();
    } finally {
      Security.removeProvider(counter.getName());
    }
  }

  /** Its certificate is in the trust store, and would be taken by the client of the first test. */
  @Test
  void whatSpeaksTlsBehindAnEndpointWithoutItIsRefused() throws Exception {
    System.setProperty(STORE, ownStore.toString());

    try (SdkHttpClient client = AwsClients.http(Optional.of(https()))) {
      assertThat(get(client)).isEqualTo(200);
    }
    try (SdkHttpClient client = AwsClients.http(Optional.of(http()))) {
      assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(client));
    }
  }

  private static String accountBehind(URI endpoint) {
    try (AwsClients clients =
        AwsClients.of(Optional.of(endpoint), Optional.empty(), Optional.of("us-east-1"))) {
      return clients.account();
    }
  }

  private int get(SdkHttpClient client) throws IOException {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(https()).build();
    return client
        .prepareRequest(HttpExecuteRequest.builder().request(request).build())
        .call()
        .httpResponse()
        .statusCode();
  }

  private URI https() {
    return URI.create("https://localhost:" + withTls.getAddress().getPort());
  }

  private URI http() {
    return URI.create("http://localhost:" + withoutTls.getAddress().getPort());
  }

  private static SSLContext ownCertificate() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(ownStore)) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/xml");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** PKCS #12 under another name, which counts how often Java opens a store of it. */
  private static final class StoreCounter extends Provider {
    private final AtomicInteger opened = new AtomicInteger();

    StoreCounter() {
      super("counter", "1", "counts key stores");
      putService(
          new Service(this, "KeyStore", "counted", "PKCS12", null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
              opened.incrementAndGet();
              return Security.getProvider("SUN")
                  .getService("KeyStore", "PKCS12")
                  .newInstance(parameter);
            }
          });
    }
  }
}
