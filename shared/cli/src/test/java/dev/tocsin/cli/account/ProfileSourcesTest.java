package dev.tocsin.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a profile can get its credentials, by the SDKs and Tools reference guide: the SDK finds
 * each source's module by name at run time, so nothing but a run misses one.
 */
class ProfileSourcesTest {

  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty("aws.configFile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sso_session = s\nsso_account_id = 123456789012\nsso_role_name = r",
        "sso_start_url = https://127.0.0.1/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = r",
        "login_session = arn:aws:iam::123456789012:user/u",
        "role_arn = arn:aws:iam::123456789012:role/r\nsource_profile = keys",
        "role_arn = arn:aws:iam::123456789012:role/r\nweb_identity_token_file = /nowhere",
        "credential_process = /bin/false"
      })
  void everySourceHasItsModule(String source) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            [profile audit]
            %s
            [profile keys]
            aws_access_key_id = a
            aws_secret_access_key = b
            [sso-session s]
            sso_start_url = https://127.0.0.1/start
            sso_region = us-east-1
            """
                .formatted(source));
    System.setProperty("aws.configFile", config.toString());
    Run run =
        Run.tocsin(
            "evaluate",
            "--profile",
            "audit",
            "--region",
            "us-east-1",
            "--endpoint-url",
            "http://127.0.0.1:1",
            "--control",
            "vpc-changes");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .doesNotContain("class path")
        .doesNotContain("ClassNotFound")
        .doesNotContain("answered what its API reference rules out");
  }

  @Test
  void theModulesAreThere() throws ClassNotFoundException {
    for (String name :
        new String[] {
          "sso.auth.SsoProfileCredentialsProviderFactory",
          "ssooidc.SsoOidcTokenProvider",
          "signin.SigninClient",
          "iam.IamClient"
        }) {
      assertThat(Class.forName("software.amazon.awssdk.services." + name)).isNotNull();
    }
  }
}
