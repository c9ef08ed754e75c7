package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.architecture.ShadedJarRules;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar that users start is made of; runs after it was packaged. */
class TocsinJarContentsTest extends ShadedJarRules {
  private static final Path JAR =
      Path.of(System.getProperty("tocsin.root")).resolve("shared/cli/target/tocsin.jar");

  TocsinJarContentsTest() {
    super(JAR, 25);
  }

  /** Nothing but their names leads the SDK to them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "services/sso/auth/SsoProfileCredentialsProviderFactory",
        "services/ssooidc/SsoOidcTokenProvider",
        "services/ssooidc/SsoOidcProfileTokenProviderFactory",
        "services/signin/auth/LoginProfileCredentialsProviderFactory",
        "services/sts/internal/StsProfileCredentialsProviderFactory",
        "services/sts/internal/StsWebIdentityCredentialsProviderFactory",
        "http/urlconnection/UrlConnectionSdkHttpService"
      })
  void whatAProfileMayAskForIsThere(String name) throws Exception {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.getEntry("software/amazon/awssdk/" + name + ".class")).isNotNull();
    }
  }
}
