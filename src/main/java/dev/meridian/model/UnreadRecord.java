package dev.meridian.model;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record set that is missing in a plan because it could not be read.
 *
 * @param name null if not known
 * @param type null if not known
 * @param simple true if it has no set identifier; it is then the only record set of its name and
 *     type
 * @param otherType the name of a type that Meridian does not know; it affects only answers to
 *     queries of this type, and {@code type} is null. Null for all others
 */
public record UnreadRecord(
    @Nullable DnsName name, @Nullable RecordType type, boolean simple, @Nullable String otherType)
    implements Comparable<UnreadRecord> {
  private static final Comparator<UnreadRecord> ORDER =
      Comparator.comparing(UnreadRecord::toString).thenComparing(UnreadRecord::simple);

  /** A record set whose type is known to Meridian, or not known at all. */
  public UnreadRecord(@Nullable DnsName name, @Nullable RecordType type, boolean simple) {
    this(name, type, simple, null);
  }

  /** A record set of a type that Meridian does not know. */
  public static UnreadRecord ofOtherType(DnsName name, String type, boolean simple) {
    return new UnreadRecord(name, null, simple, type);
  }

  /** One of the record sets of {@code group}. */
  public static UnreadRecord of(RrsetKey group, boolean simple) {
    return new UnreadRecord(group.name(), group.type(), simple);
  }

  /** The name, if known. */
  public Optional<DnsName> owner() {
    return Optional.ofNullable(name);
  }

  /** The name and type, if both are known. */
  public Optional<RrsetKey> group() {
    return name == null || type == null ? Optional.empty() : Optional.of(new RrsetKey(name, type));
  }

  /** Whether Meridian does not know the type, although its name is known. */
  public boolean isOfOtherType() {
    return otherType != null;
  }

  /** Whether the type is {@code other} or not known. */
  public boolean mayBe(RecordType other) {
    return !isOfOtherType() && (type == null || type == other);
  }

  @Override
  public int compareTo(UnreadRecord other) {
    return ORDER.compare(this, other);
  }

  /** Such as {@code www.example.com A}. */
  @Override
  public String toString() {
    String what = name == null ? "a record set of unknown name" : name.toString();
    if (otherType != null) {
      return what + " " + otherType;
    }
    return type == null ? what : what + (name == null ? ", type " : " ") + type;
  }
}
