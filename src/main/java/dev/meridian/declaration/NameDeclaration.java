package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;

/**
 * A routed name and its policy.
 *
 * @param label the declared name, relative to the zone: {@code api}, {@code *.api}, {@code @}
 * @param name the fully qualified name
 * @param ttl seconds, 0..2147483647, for records that have a TTL
 */
public record NameDeclaration(
    String label, DnsName name, PolicyTree policy, long ttl, SourceLocation at) {}
