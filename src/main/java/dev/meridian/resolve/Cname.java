package dev.meridian.resolve;

import dev.meridian.model.DnsName;
import dev.meridian.model.Value;

/**
 * A CNAME record in an answer.
 *
 * @param ttl seconds
 */
public record Cname(DnsName owner, Value target, long ttl) {}
