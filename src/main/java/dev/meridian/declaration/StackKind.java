package dev.meridian.declaration;

import dev.meridian.catalog.AwsRegions;
import java.util.Optional;

/** What a stack contains, as its label says; see {@link DeploymentStack#label}. */
public enum StackKind {
  REGION,
  ACCELERATOR,
  DNS,
  /** Peering and VPC Resolver of a private zone. */
  PRIVATE_NETWORK,
  PRIVATE_DNS;

  /** The kind of a stack with this label, declared or not; empty if no stack has it. */
  static Optional<StackKind> ofLabel(String label) {
    if (label.equals(DeploymentStack.Dns.LABEL)) {
      return Optional.of(DNS);
    }
    if (label.equals(PrivateZone.NETWORK_STACK)) {
      return Optional.of(PRIVATE_NETWORK);
    }
    if (label.equals(PrivateZone.DNS_STACK)) {
      return Optional.of(PRIVATE_DNS);
    }
    if (label.startsWith(AcceleratorDeclaration.STACK)) {
      return Optional.of(ACCELERATOR);
    }
    return AwsRegions.byCode(label).map(region -> REGION);
  }
}
