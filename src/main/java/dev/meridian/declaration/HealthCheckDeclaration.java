package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.Probing;
import dev.meridian.model.HealthCheckConfig.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something is checked, before it is known which endpoint it is.
 *
 * @param inverted healthy counts as unhealthy, and the other way round
 * @param disabled counts as healthy before inversion, and is not probed
 */
public record HealthCheckDeclaration(
    Kind kind, boolean inverted, boolean disabled, SourceLocation at) {

  /** What is looked at. */
  public sealed interface Kind {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method a kind. */
    interface Cases<R> {
      R probe(Probe kind);

      R calculated(Calculated kind);

      R cloudWatchMetric(CloudWatchMetric kind);

      R recoveryControl(RecoveryControl kind);
    }

    /**
     * A probe of an endpoint.
     *
     * @param address the address to probe; null for the endpoint's own
     * @param host the name to probe, or with an address the Host header; null for the endpoint's
     *     own
     * @param sni null for Route 53's default: on for HTTPS with a host
     */
    record Probe(
        Protocol protocol,
        @Nullable String address,
        @Nullable String host,
        int port,
        @Nullable String path,
        @Nullable String searchString,
        Probing probing,
        @Nullable Boolean sni)
        implements Kind {

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.probe(this);
      }
    }

    /**
     * Healthy while enough of others are.
     *
     * @param of names of endpoints (their own check), regions, or health checks of the file
     */
    record Calculated(int threshold, List<String> of) implements Kind {
      public Calculated {
        of = List.copyOf(of);
      }

      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.calculated(this);
      }
    }

    /** Follows a CloudWatch alarm's metric. */
    record CloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) implements Kind {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.cloudWatchMetric(this);
      }
    }

    /** Follows an Application Recovery Controller routing control. */
    record RecoveryControl(HealthCheckConfig.RecoveryControl config) implements Kind {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.recoveryControl(this);
      }
    }
  }
}
