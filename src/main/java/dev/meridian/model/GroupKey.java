package dev.meridian.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The name and type that record sets share which compete to answer one question. */
public record GroupKey(DnsName name, RecordType type) implements Comparable<GroupKey> {
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::name).thenComparing(GroupKey::type);

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " " + type;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroupKey that && name.equals(that.name) && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + type.hashCode();
  }
}
