package dev.tocsin.aws;

import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.Evaluation;
import software.amazon.awssdk.services.config.model.PutEvaluationsRequest;
import software.amazon.awssdk.services.config.model.PutEvaluationsResponse;

/** Reports evaluations to AWS Config, about the account as a whole. */
public final class EvaluationReporter {
  /** The result token with which AWS Config checks an evaluation and keeps nothing. */
  public static final String TEST_TOKEN = "TESTMODE";

  private static final String ACCOUNT_TYPE = "AWS::::Account";

  private final ConfigClient config;

  /** Reports where the rule lives. */
  public EvaluationReporter(AwsClients clients, String region) {
    this(clients.config(region));
  }

  EvaluationReporter(ConfigClient config) {
    this.config = config;
  }

  /**
   * Reports one evaluation in one call.
   *
   * @param resultToken the secret of the invocation; in no message and no cause of an exception,
   *     since AWS and the SDK may print it in theirs
   * @throws ReportException if AWS Config refuses the call or the evaluation
   */
  public void report(AccountEvaluation evaluation, String resultToken) {
    PutEvaluationsRequest request =
        PutEvaluationsRequest.builder()
            .evaluations(
                Evaluation.builder()
                    .complianceResourceType(ACCOUNT_TYPE)
                    .complianceResourceId(evaluation.account())
                    .complianceType(evaluation.complianceType())
                    .annotation(evaluation.annotation())
                    .orderingTimestamp(evaluation.orderingTimestamp())
                    .build())
            .resultToken(resultToken)
            .testMode(resultToken.equals(TEST_TOKEN))
            .build();
    List<Evaluation> failed = put(request, resultToken).failedEvaluations();
    if (!failed.isEmpty()) {
      throw new ReportException(
          "AWS Config failed to record the evaluation of account `%s`; evaluate again"
              .formatted(evaluation.account()));
    }
  }

  private PutEvaluationsResponse put(PutEvaluationsRequest request, String resultToken) {
    try {
      return config.putEvaluations(request);
    } catch (AwsServiceException answer) {
      String fix =
          ApiCall.isDenied(answer)
              ? "allow `config:PutEvaluations` in the policy of the role that evaluates"
              : NextStep.after(answer);
      throw failure(answer, resultToken, fix);
    } catch (RuntimeException failure) {
      throw failure(failure, resultToken, "evaluate again");
    }
  }

  private static ReportException failure(RuntimeException failure, String resultToken, String fix) {
    // Before it is cut, which might leave half a token.
    String message = OneLine.of(String.valueOf(failure.getMessage()).replace(resultToken, "…"));
    return new ReportException("`config:PutEvaluations` failed: " + message + "; " + fix);
  }
}
