package dev.tocsin.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void pagesEndWhereNoTokenIs() {
    List<Integer> pages =
        Pages.all(
            token -> token == null ? 0 : Integer.parseInt(token),
            page -> page < 4 ? String.valueOf(page + 1) : null);

    assertThat(pages).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void emptyTokenIsNone() {
    assertThat(Pages.all(token -> "page", page -> "")).containsExactly("page");
  }

  @Test
  void tokenThatComesAgainEndsThem() {
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(
            () -> Pages.all(token -> calls.incrementAndGet(), page -> page % 2 == 0 ? "b" : "a"))
        .isInstanceOf(BadAnswer.class)
        .hasMessageContaining("page 3 has a token that came before");
    assertThat(calls).hasValue(3);
  }

  @Test
  void newTokensForEverEndAtTheLimit() {
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(() -> Pages.all(token -> calls.incrementAndGet(), String::valueOf))
        .isInstanceOf(BadAnswer.class)
        .hasMessageContaining("more than 1,000 pages");
    assertThat(calls).hasValue(Pages.MOST);
  }
}
