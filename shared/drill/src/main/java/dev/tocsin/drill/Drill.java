package dev.tocsin.drill;

import dev.tocsin.aws.AwsClients;
import dev.tocsin.aws.ChainProbe;
import dev.tocsin.drill.DrillPlan.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries a drill out, in the plan's account only. */
public final class Drill {
  private final AwsClients clients;
  private final Pace pace;

  /** A drill with the account and settings of these clients. */
  public Drill(AwsClients clients, Pace pace) {
    this.clients = clients;
    this.pace = pace;
  }

  /**
   * Writes what the plan says, once, and watches until a topic has delivered or a link has had its
   * time.
   *
   * @param progress told of every step as it is known
   * @throws WrongAccount if the credentials are not those of the plan's account; nothing is written
   * @throws dev.tocsin.aws.AccountReadException if a call fails
   */
  public DrillReport run(DrillPlan plan, Consumer<Step> progress) {
    List<Step> steps = new ArrayList<>(plan.read());
    plan.read().forEach(progress);
    if (plan.way() == Way.NONE) {
      return new DrillReport(plan, steps, List.of(), Optional.empty());
    }
    ChainProbe probe = new ChainProbe(clients, plan.region());
    WrongAccount.check(plan.account(), probe.account());
    Watch watch = new Watch(probe, pace, plan);
    Consumer<Step> note =
        step -> {
          steps.add(step);
          progress.accept(step);
        };
    Following following = new Following(plan, watch, note);
    if (!following.start()) {
      return new DrillReport(plan, steps, List.of(), Optional.empty());
    }
    Instant written = pace.now();
    write(plan, probe, written);
    watch.from(written);
    return new DrillReport(plan, steps, plan.done(), following.follow());
  }

  private static void write(DrillPlan plan, ChainProbe probe, Instant now) {
    switch (plan.way()) {
      case RECORD -> probe.write(plan.place(), DrillPlan.MARK, plan.record().toString(), now);
      case ALARM_STATE ->
          plan.metricAlarms().forEach(alarm -> probe.setAlarm(alarm, DrillPlan.MARK));
      case BUS ->
          probe.putEvent(
              DrillPlan.MARK,
              plan.record().path("detail-type").asText(),
              plan.record().path("detail").toString());
      case NONE -> throw new IllegalArgumentException("nothing to write");
    }
  }
}
