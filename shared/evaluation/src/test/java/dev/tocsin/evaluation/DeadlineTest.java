package dev.tocsin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void workThatEndsInTimeIsAnswered() {
    assertThat(within(300_000).meet("reading", () -> "read")).isEqualTo("read");
  }

  @Test
  void workThatDoesNotEndIsNamedAndInterrupted() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                within(150)
                    .meet(
                        "reading the account",
                        () -> {
                          try {
                            return never.await(1, TimeUnit.HOURS);
                          } catch (InterruptedException e) {
                            interrupted.countDown();
                            throw e;
                          }
                        }))
        .isInstanceOf(OutOfTime.class)
        .hasMessageStartingWith("reading the account took longer than")
        .hasMessageEndingWith("Fix: take longer");
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void whatTheWorkThrowsGoesThrough() {
    IllegalStateException refused = new IllegalStateException("no");
    StackOverflowError overflow = new StackOverflowError();

    assertThatThrownBy(
            () ->
                within(300_000)
                    .meet(
                        "x",
                        () -> {
                          throw refused;
                        }))
        .isSameAs(refused);
    assertThatThrownBy(
            () ->
                within(300_000)
                    .meet(
                        "x",
                        () -> {
                          throw overflow;
                        }))
        .isSameAs(overflow);
  }

  private static Deadline within(long millis) {
    return Deadline.in(Duration.ofMillis(millis), "take longer");
  }
}
