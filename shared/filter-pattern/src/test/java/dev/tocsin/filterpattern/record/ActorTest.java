package dev.tocsin.filterpattern.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {

  /** An actor is written {@code type path name session id}, with a dash for what is not told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          arn         ; arn:aws:sts::111122223333:assumed-role/Deployer/run-1  ; AssumedRole - Deployer run-1 -
          arn         ; assumed-role/Deployer                                  ; AssumedRole - Deployer - -
          arn         ; :assumed-role/Deployer/                                ; AssumedRole - Deployer - -
          arn         ; arn:aws-cn:sts::1:federated-user/bob                   ; FederatedUser - bob - -
          arn         ; arn:aws:iam::111122223333:user/ops/eu/alice            ; IAMUser ops/eu/ alice - -
          arn         ; user/alice                                             ; IAMUser - alice - -
          arn         ; user//alice                                            ; IAMUser - alice - -
          arn         ; arn:aws:iam::111122223333:root                         ; Root - - - -
          arn         ; /alice/                                                ; AssumedRole - alice - -, AssumedRole - - alice -, IAMUser - alice - -
          arn         ; no name                                                ;
          principalId ; AROAEXAMPLE:run-1                                      ; AssumedRole - - run-1 AROAEXAMPLE
          principalId ; :run-1                                                 ; AssumedRole - - run-1 -
          principalId ; AIDAEXAMPLE                                            ; IAMUser - - - AIDAEXAMPLE
          principalId ; run                                                    ; AssumedRole - - - run, AssumedRole - - run -, IAMUser - - - AIDArun
          principalId ; two words                                              ; AssumedRole - - - two words
          userName    ; alice                                                  ; IAMUser - alice - -, Root - alice - -
          userName    ; two words                                              ;
          accessKeyId ; AKIAEXAMPLE                                            ; IAMUser - - - -
          accessKeyId ; ASIAEXAMPLE                                            ; AssumedRole - - - -
          accountId   ; 111122223333                                           ; AWSAccount - - - 111122223333
          type        ; AWSAccount                                             ; AWSService - - - -
          type        ; IAMUser                                                ;
          sessionContext.sessionIssuer.userName    ; Deployer                  ; AssumedRole - Deployer - -, Root - - Deployer -
          sessionContext.sessionIssuer.userName    ; two words                 ;
          sessionContext.sessionIssuer.principalId ; AROAEXAMPLE               ; AssumedRole - - - AROAEXAMPLE
          sessionContext.sessionIssuer.arn         ; arn:aws:iam::1:role/ci/Deployer ; AssumedRole ci/ Deployer - -
          sessionContext.sessionIssuer.arn         ; :role/Deployer            ; AssumedRole - Deployer - -
          sessionContext.sessionIssuer.arn         ; arn:aws:iam::1:root       ; Root - - - arn:aws:iam::1:root
          sessionContext.sessionIssuer.arn         ; Deployer                  ; AssumedRole - Deployer - -
          sessionContext.sessionIssuer.arn         ; no name                   ;
          sessionContext.attributes.mfaAuthenticated ; true                    ; AssumedRole - - - -
          invokedBy   ; rds.amazonaws.com                                      ;
          """)
  void isWhomAFieldTellsOf(String field, String text, String actors) {
    String told =
        Actor.of(field, text).stream().map(ActorTest::inWords).collect(Collectors.joining(", "));

    assertThat(told).isEqualTo(actors == null ? "" : actors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          userName ; alice ; principalId ; AIDAEXAMPLE       ; IAMUser - alice - AIDAEXAMPLE
          userName ; alice ; arn         ; user/ops/bob      ; IAMUser ops/ alice - -
          userName ; alice ; principalId ; AROAEXAMPLE:run-1 ; nobody
          """)
  void twoFieldsTellOfOneIfTheyCan(
      String field, String text, String other, String otherText, String both) {
    Actor one = Actor.of(field, text).get(0);

    assertThat(one.and(Actor.of(other, otherText).get(0)).map(ActorTest::inWords).orElse("nobody"))
        .isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource({"arn", "userName", "principalId"})
  void anEmptyTextTellsOfNobody(String field) {
    assertThat(Actor.of(field, "")).isEmpty();
  }

  private static String inWords(Actor actor) {
    return "%s %s %s %s %s"
        .formatted(
            actor.type(),
            dash(actor.path()),
            dash(actor.name()),
            dash(actor.session()),
            dash(actor.id()));
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
