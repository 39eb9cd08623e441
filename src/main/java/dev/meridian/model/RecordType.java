package dev.meridian.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The record types Route 53 stores.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html">Supported
 *     DNS record types</a>
 */
public enum RecordType {
  A,
  AAAA,
  CAA,
  CNAME,
  DS,
  HTTPS,
  MX,
  NAPTR,
  NS,
  PTR,
  SOA,
  SPF,
  SRV,
  SSHFP,
  SVCB,
  TLSA,
  TXT;

  /**
   * The types of record sets that Meridian routes: those of addresses and host names. Record sets
   * of other types have a simple policy, and are declared under {@code records}.
   */
  public static final List<RecordType> ROUTED = List.of(A, AAAA, CNAME);

  /** The type with the name {@code name}; empty for a type that is not in this enum. */
  public static Optional<RecordType> find(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /**
   * The type with the name {@code name}, such as {@code AAAA}.
   *
   * @throws InvalidValue for a type that is not in this enum, even if Route 53 supports it
   */
  public static RecordType of(String name) {
    return find(name)
        .orElseThrow(
            () ->
                InvalidValue.notKnownYet(
                    "the record type " + name,
                    "the answers to " + name + " queries are not known"));
  }
}
