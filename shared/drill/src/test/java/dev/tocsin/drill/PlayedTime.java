package dev.tocsin.drill;

import dev.tocsin.emulator.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time that goes by when a drill waits, for the emulator too: an hour takes a moment. */
final class PlayedTime implements Pace {
  private final AwsEmulator aws;
  private Instant now =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(3)).plusSeconds(4);

  PlayedTime(AwsEmulator aws) {
    this.aws = aws;
    aws.setClock(now);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration betweenLooks() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void pause(Duration length) {
    now = now.plus(length);
    aws.setClock(now);
  }
}
