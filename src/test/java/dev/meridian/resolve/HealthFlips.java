package dev.meridian.resolve;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import java.util.ArrayList;
import java.util.List;

/** Section 2.1 read aloud: a record's health, found without the code under test. */
final class HealthFlips {
  private final RandomTree tree;
  private final Resolver resolver;

  HealthFlips(RandomTree tree) {
    this.tree = tree;
    this.resolver = tree.resolver();
  }

  boolean healthy(RecordSet record) {
    boolean checked =
        record.healthCheckId().filter(tree.health().unhealthyChecks()::contains).isEmpty();
    return checked && targetHealthy(record);
  }

  private boolean targetHealthy(RecordSet record) {
    if (record.data() instanceof RecordData.ResourceAlias alias && alias.evaluateTargetHealth()) {
      return !tree.health().unhealthyResources().contains(alias.dnsName());
    }
    if (record.data() instanceof RecordData.RecordAlias alias && alias.evaluateTargetHealth()) {
      Question target = new Question(alias.target(), record.type());
      Reason reason = resolver.answer(target, tree.client(), HealthState.ALL_HEALTHY).reason();
      return applicable(reason).stream().anyMatch(this::healthy);
    }
    return true;
  }

  /** The records of a group that can ever answer the client. */
  static List<RecordSet> applicable(Reason reason) {
    List<RecordSet> records = new ArrayList<>();
    reason.chosen().forEach(choice -> records.add(choice.record()));
    reason.rejected().stream()
        .filter(passed -> passed.cause() != RejectedRecord.Cause.NOT_FOR_CLIENT)
        .forEach(passed -> records.add(passed.record()));
    return records;
  }

  /** The reasons of every group that answers come through. */
  static List<Reason> groups(Reason reason) {
    List<Reason> groups = new ArrayList<>();
    if (reason.routingPolicy().isPresent()) {
      groups.add(reason);
    }
    reason.chosen().forEach(c -> c.behind().ifPresent(next -> groups.addAll(groups(next))));
    return groups;
  }
}
