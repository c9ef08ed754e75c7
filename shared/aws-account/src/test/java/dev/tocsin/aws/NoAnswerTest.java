package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A failure without an answer names the address, whatever the SDK wraps it in. */
class NoAnswerTest {
  private static final URI ADDRESS = URI.create("https://sts.eu-west-9.amazonaws.com/path?x=1");
  private static final String AT = "`https://sts.eu-west-9.amazonaws.com`";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            wrapped(new UnknownHostException("x")),
            "no address is known for `sts.eu-west-9.amazonaws.com`"),
        Arguments.of(
            wrapped(
                new UnknownHostException("sts.mars-1.amazonaws.com: Name or service not known")),
            "no address is known for `sts.mars-1.amazonaws.com`"),
        Arguments.of(
            wrapped(new ConnectException("refused")), AT + " takes no connection (refused)"),
        Arguments.of(
            wrapped(new SocketTimeoutException("read")),
            AT + " takes the call and does not answer in time"),
        Arguments.of(
            ApiCallAttemptTimeoutException.create(15_000),
            AT + " takes the call and does not answer in time"),
        Arguments.of(
            ApiCallTimeoutException.create(60_000),
            AT + " takes the call and does not answer in time"),
        Arguments.of(
            wrapped(new SSLHandshakeException("unknown issuer")),
            AT + " and this machine do not agree on a secure connection (unknown issuer)"));
  }

  private static SdkClientException wrapped(IOException cause) {
    return SdkClientException.create("the SDK's words", SdkClientException.create("more", cause));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void namesTheAddress(SdkClientException failure, String expected) {
    NoAnswer answer = NoAnswer.of(failure, ADDRESS).orElseThrow();
    assertThat(answer).hasMessage(expected);
    assertThat(NextStep.after(answer)).isEqualTo(answer.nextStep()).matches("(check|look) .*");
  }

  @Test
  void aPageOfAProxyIsNoAnswerOfAws() {
    AwsServiceException page =
        AwsServiceException.builder()
            .statusCode(501)
            .awsErrorDetails(AwsErrorDetails.builder().build())
            .build();
    assertThat(NoAnswer.of(page, ADDRESS).orElseThrow())
        .hasMessage(AT + " does not answer as AWS does (HTTP 501, no error code)");
    AwsServiceException refusal =
        AwsServiceException.builder()
            .statusCode(403)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
            .build();
    assertThat(NoAnswer.of(refusal, ADDRESS)).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeReadIsAnother() {
    assertThat(NoAnswer.of(wrapped(new IOException("cut")), ADDRESS)).isEmpty();
  }
}
