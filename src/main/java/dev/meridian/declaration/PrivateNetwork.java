package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An existing VPC that resolves a private zone.
 *
 * @param vpcId such as {@code vpc-0123456789abcdef0}
 * @param region the code of its AWS Region
 * @param role the ARN of the role that associates it, if it belongs to another account; null for
 *     the account of the zone
 */
public record PrivateNetwork(
    String name, String vpcId, String region, @Nullable String role, SourceLocation at) {

  /** The role to assume in the other account; empty for a VPC of the same account. */
  public Optional<String> otherAccount() {
    return Optional.ofNullable(role);
  }
}
