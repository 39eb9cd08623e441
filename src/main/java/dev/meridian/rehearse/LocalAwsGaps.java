package dev.meridian.rehearse;

import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.PolicyTree;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be declared but is not supported by the local AWS (moto 5.2.1), as text. */
final class LocalAwsGaps implements Kind.Cases<Optional<String>> {
  private static final LocalAwsGaps ALL = new LocalAwsGaps();

  private LocalAwsGaps() {}

  static Optional<String> of(HealthCheckDeclaration check) {
    return check.kind().accept(ALL);
  }

  /** The unsupported feature that a policy, or a nested one, requires. */
  static Optional<String> of(PolicyTree tree) {
    return switch (tree.kind()) {
      case IP_BASED -> Optional.of("CIDR collections");
      case GEOPROXIMITY -> Optional.of("geoproximity routing");
      case AZ_AFFINITY -> Optional.of("AZ affinity routing");
      case SIMPLE, WEIGHTED, LATENCY, GEOLOCATION, FAILOVER, MULTIVALUE -> below(tree);
    };
  }

  private static Optional<String> below(PolicyTree tree) {
    return tree.branches().stream()
        .map(PolicyTree.Branch::target)
        .flatMap(
            target ->
                target instanceof PolicyTree.Target.ToPolicy below
                    ? of(below.tree()).stream()
                    : Stream.empty())
        .findFirst();
  }

  @Override
  public Optional<String> probe(Kind.Probe kind) {
    return Optional.empty();
  }

  @Override
  public Optional<String> calculated(Kind.Calculated kind) {
    return Optional.empty();
  }

  @Override
  public Optional<String> cloudWatchMetric(Kind.CloudWatchMetric kind) {
    return Optional.of("which alarm a health check follows");
  }

  @Override
  public Optional<String> recoveryControl(Kind.RecoveryControl kind) {
    return Optional.of("which routing control a health check follows");
  }
}
