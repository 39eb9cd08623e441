package dev.meridian.resolve;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record set of an indexed plan, with the fields that the rules read. */
public final class IndexedRecord {
  public final RecordSet record;
  public final int number;
  final int weight;
  public final @Nullable String check;
  final @Nullable Value resource;
  final boolean evaluatesTarget;

  /** The group an alias points to; null for values, AWS resources, and names without records. */
  private @Nullable RecordGroup target;

  private boolean looped;

  /**
   * @param number unique in its index, counted from 0
   */
  IndexedRecord(RecordSet record, int number) {
    this.record = record;
    this.number = number;
    this.check = record.healthCheck();
    this.weight = record.policy() instanceof RoutingPolicy.Weighted share ? share.weight() : 1;
    if (record.data() instanceof RecordData.ResourceAlias alias) {
      this.resource = alias.dnsName();
      this.evaluatesTarget = alias.evaluateTargetHealth();
    } else {
      this.resource = null;
      this.evaluatesTarget =
          record.data() instanceof RecordData.RecordAlias alias && alias.evaluateTargetHealth();
    }
  }

  public Optional<Value> resource() {
    return Optional.ofNullable(resource);
  }

  void link(@Nullable RecordGroup group) {
    target = group;
  }

  void markLooped() {
    looped = true;
  }

  public boolean isRecordAlias() {
    return record.data() instanceof RecordData.RecordAlias;
  }

  /** The first of a record's own values; a CNAME has only one. */
  public Optional<Value> firstValue() {
    return record.data() instanceof RecordData.Values values
        ? Optional.of(values.values().get(0))
        : Optional.empty();
  }

  /** The group that an alias continues to; null for every other record, and for a loop. */
  public @Nullable RecordGroup target() {
    return looped ? null : target;
  }

  /** The group the alias points to, even in a loop. */
  @Nullable RecordGroup linked() {
    return target;
  }

  boolean looped() {
    return looped;
  }

  @Override
  public String toString() {
    return record.key().toString();
  }
}
