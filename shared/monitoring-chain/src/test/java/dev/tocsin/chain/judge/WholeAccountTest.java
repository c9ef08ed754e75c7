package dev.tocsin.chain.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chain.model.SnapshotJson;
import dev.tocsin.chain.verdict.ComplianceType;
import dev.tocsin.chain.verdict.Evidence;
import dev.tocsin.chain.verdict.Finding;
import dev.tocsin.chain.verdict.JudgeOptions;
import dev.tocsin.chain.verdict.Link;
import dev.tocsin.chain.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One account whose controls go through every kind of chain. */
class WholeAccountTest {
  private static final JudgeOptions OPTIONS =
      new JudgeOptions(
          true, Set.of(), Set.of(), 1, Optional.empty(), Instant.parse("2026-11-20T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "trail,  ALARM,         trail-alarm",
    "nacl,   ALARM,         nacl-alarm",
    "root,   ALARM,         root-alarm",
    "org,    ALARM,         org-alarm",
    "kms,    ALARM,         security",
    "unauth, ALARM,         security",
    "mfa,    ALARM,         security",
    "route,  ALARM,         route-alarm",
    "sg,     METRIC_FILTER, sg-groups-filter",
    "sg,     METRIC_FILTER, sg-rules-filter",
    "iam,    EVENT_RULE,    iam-changes",
  })
  void everyControlHoldsByItsOwnKindOfChain(String control, Link link, String subject)
      throws Exception {
    Verdict verdict = judge(control, account());

    assertThat(verdict.complianceType()).as("%s", verdict).isEqualTo(ComplianceType.COMPLIANT);
    assertThat(verdict.chain())
        .extracting(Evidence::link, Evidence::subject)
        .contains(org.assertj.core.api.Assertions.tuple(link, subject));
  }

  @ParameterizedTest
  @CsvSource({"trail", "kms", "route", "sg"})
  void noControlHoldsOnceTheTopicIsEncryptedWithTheAwsManagedKey(String control) throws Exception {
    ObjectNode account = account();
    ((ObjectNode) account.at("/regions/eu-west-1/Topics/0/Attributes"))
        .put("KmsMasterKeyId", "alias/aws/sns");

    Verdict verdict = judge(control, account);

    assertThat(verdict.complianceType()).isEqualTo(ComplianceType.NON_COMPLIANT);
    assertThat(verdict.findings()).extracting(Finding::link).containsOnly(Link.TOPIC);
    assertThat(verdict.findings().get(0).problem()).contains("alias/aws/sns");
  }

  private static Verdict judge(String control, ObjectNode account) throws Exception {
    return new ChainJudge()
        .judge(SnapshotJson.read(account, "account"), Controls.requirement(control), OPTIONS);
  }

  private static ObjectNode account() {
    return (ObjectNode) CaseFiles.read("whole-account.json");
  }
}
