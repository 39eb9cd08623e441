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
  /** The place of the account's ID in an ARN (AWS General Reference, "ARN format"). */
  private static final int ACCOUNT = 4;

  /** The role to assume in the other account; empty for a VPC of the same account. */
  public Optional<String> otherAccount() {
    return Optional.ofNullable(role);
  }

  /** The ID of the other account, 12 digits; empty for a VPC of the account of the zone. */
  public Optional<String> accountId() {
    return otherAccount().map(arn -> arn.split(":")[ACCOUNT]);
  }

  /** The same with another VPC. */
  public PrivateNetwork with(String otherVpc) {
    return new PrivateNetwork(name, otherVpc, region, role, at);
  }
}
