package dev.meridian.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The name and type of a group of record sets, which answer the same query. */
public record RrsetKey(DnsName name, RecordType type) implements Comparable<RrsetKey> {
  private static final Comparator<RrsetKey> ORDER =
      Comparator.comparing(RrsetKey::name).thenComparing(RrsetKey::type);

  @Override
  public int compareTo(RrsetKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " " + type;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RrsetKey that && name.equals(that.name) && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + type.hashCode();
  }
}
