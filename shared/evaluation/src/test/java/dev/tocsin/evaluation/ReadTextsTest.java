package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chain.model.Snapshot;
import dev.tocsin.filterpattern.FilterPattern;
import dev.tocsin.filterpattern.ParseProblem;
import dev.tocsin.filterpattern.Parsed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a text is read as, and whose texts are kept. */
class ReadTextsTest {
  private static final String ROOT = "{ $.userIdentity.type = \"Root\" }";

  private Snapshot account;

  @BeforeEach
  void read() throws Exception {
    account = account();
  }

  @Test
  void eachTextIsReadAsWhatItIs() {
    ReadTexts texts = new ReadTexts(account);

    for (String text : new String[] {ROOT, "{ $.eventName = CreateTrail }", "", "{ $. }"}) {
      assertThat(texts.of(text)).isEqualTo(FilterPattern.parse(text));
    }
    assertThat(texts.of(ROOT)).isInstanceOf(FilterPattern.class);
    assertThat(texts.of("{ $. }")).isInstanceOf(ParseProblem.class);
  }

  @Test
  void aTextIsReadOnce() {
    ReadTexts texts = new ReadTexts(account);
    Parsed first = texts.of(ROOT);

    assertThat(texts.of("{ $.userIdentity.type ".concat("= \"Root\" }"))).isSameAs(first);
  }

  @Test
  void theyAreOfTheirOwnSnapshotAlone() throws Exception {
    ReadTexts texts = new ReadTexts(account);

    assertThat(texts.areOf(account)).isTrue();
    assertThat(texts.areOf(account())).isFalse();
    assertThat(new ReadTexts(null).areOf(account)).isFalse();
  }

  private static Snapshot account() throws Exception {
    return Accounts.read(Accounts.json("good"));
  }
}
