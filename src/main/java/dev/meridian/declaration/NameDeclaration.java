package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;

/**
 * One name and who is answered with what.
 *
 * @param label the name relative to the zone as declared: {@code api}, {@code *.api}, {@code @}
 * @param name the same, fully qualified
 * @param ttl seconds, for the records that have one
 */
public record NameDeclaration(
    String label, DnsName name, PolicyTree policy, long ttl, SourceLocation at) {}
