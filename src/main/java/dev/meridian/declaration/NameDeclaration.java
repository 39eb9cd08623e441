package dev.meridian.declaration;

import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A routed name and its policy. A name whose A and AAAA records have different policies has two
 * declarations.
 *
 * @param label the declared name, relative to the zone: {@code api}, {@code *.api}, {@code @}
 * @param name the fully qualified name
 * @param ttl seconds, 0..2147483647, for records that have a TTL
 * @param only the type that the policy is for, {@code A} or {@code AAAA}; null for all types that
 *     its endpoints have
 * @param frontDoor whether the name is a simple alias, and the policy's records are at the name
 *     that the alias points to
 * @param adjustment how the weights of the policy follow what is measured; null if they stay. The
 *     policy is then weighted, and its branches are regions
 * @param ramp how the requests move from one branch of the policy to the other; null if they don't.
 *     The policy is then weighted, has two branches, and no adjustment
 * @param trafficPolicy whether Route 53 creates the records from a traffic policy
 */
public record NameDeclaration(
    String label,
    DnsName name,
    PolicyTree policy,
    long ttl,
    @Nullable RecordType only,
    boolean frontDoor,
    @Nullable Adjustment adjustment,
    @Nullable Ramp ramp,
    boolean trafficPolicy,
    SourceLocation at) {

  /** A name with one policy for all types, its own records, and no front door. */
  public NameDeclaration(
      String label, DnsName name, PolicyTree policy, long ttl, SourceLocation at) {
    this(label, name, policy, ttl, null, false, null, null, false, at);
  }

  public NameDeclaration withPolicy(PolicyTree other) {
    return new NameDeclaration(
        label, name, other, ttl, only, frontDoor, adjustment, ramp, trafficPolicy, at);
  }

  public NameDeclaration withTtl(long other) {
    return new NameDeclaration(
        label, name, policy, other, only, frontDoor, adjustment, ramp, trafficPolicy, at);
  }

  /** The same name answered by a traffic policy, which needs no front door. */
  public NameDeclaration asTrafficPolicy() {
    return new NameDeclaration(label, name, policy, ttl, only, false, adjustment, ramp, true, at);
  }

  public Optional<RecordType> onlyType() {
    return Optional.ofNullable(only);
  }

  public Optional<Adjustment> adjusted() {
    return Optional.ofNullable(adjustment);
  }

  public Optional<Ramp> ramped() {
    return Optional.ofNullable(ramp);
  }

  /** Whether a function changes the weights of the policy. */
  public boolean hasChangingWeights() {
    return adjustment != null || ramp != null;
  }

  /** Whether the policy can have records of {@code type}. */
  public boolean covers(RecordType type) {
    return only == null || only == type;
  }

  /** The key that contains the policy. */
  public KeyPath path() {
    KeyPath path = KeyPath.of("names", label);
    return only == null ? path : path.key(only.name());
  }
}
