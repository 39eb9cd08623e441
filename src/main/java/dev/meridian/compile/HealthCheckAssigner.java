package dev.meridian.compile;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.compile.PlannedHealthChecks.Owner;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.EarlierName;
import dev.meridian.declaration.HealthCheckDeclaration;
import dev.meridian.declaration.HealthCheckDeclaration.Kind;
import dev.meridian.declaration.HealthCheckDeclaration.Kind.Probe;
import dev.meridian.declaration.HealthCheckReference;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.Destination;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Slug;
import dev.meridian.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the id of a record's health check, and makes sure that the health check is in the plan. */
final class HealthCheckAssigner {

  /**
   * The name of a health check that is written in place.
   *
   * @param id the endpoint's name, or the labels down to the branch
   * @param earlier what the id may have been, oldest first
   */
  record Naming(Owner owner, String id, List<String> earlier, Origin origin) {
    Naming {
      earlier = List.copyOf(earlier);
    }

    static Naming of(CompiledEndpoint endpoint) {
      return new Naming(Owner.ENDPOINT, endpoint.name(), endpoint.earlier(), endpoint.origin());
    }

    /** The naming of a template that the endpoint uses. */
    static Naming of(CompiledEndpoint endpoint, String template, List<String> earlierTemplates) {
      return new Naming(
          Owner.ENDPOINT,
          endpoint.name() + "-" + template,
          Earlier.combined(
              endpoint.earlier(),
              endpoint.name(),
              earlierTemplates,
              template,
              (name, check) -> name + "-" + check),
          endpoint.origin());
    }

    /** The naming of one of several addresses. */
    Naming with(String suffix) {
      return new Naming(
          owner, id + suffix, earlier.stream().map(text -> text + suffix).toList(), origin);
    }
  }

  private final Map<String, HealthCheckDeclaration> named;
  private final PlannedHealthChecks checks;
  private final PlanBuilder builder;

  HealthCheckAssigner(Deployment deployment, PlannedHealthChecks checks, PlanBuilder builder) {
    this.named = deployment.healthChecks();
    this.checks = checks;
    this.builder = builder;
  }

  /** The endpoint's own health check; if it has several addresses, that of one address. */
  Optional<String> of(CompiledEndpoint endpoint, @Nullable Address address) {
    return of(endpoint.check(), endpoint, address, Naming.of(endpoint));
  }

  /** The health check that {@code reference} means for this endpoint. */
  Optional<String> of(
      HealthCheckReference reference,
      CompiledEndpoint endpoint,
      @Nullable Address address,
      Naming naming) {
    String distinction =
        address == null
            ? ""
            : endpoint.distinction(address).map(text -> "-" + Slug.of(text)).orElse("");
    if (!takesDestination(reference, endpoint)) {
      return withOwnDestination(reference, naming);
    }
    HealthCheckDeclaration declared = probe(reference).orElseThrow();
    Naming own =
        reference instanceof HealthCheckReference.Named used
            ? Naming.of(endpoint, used.name(), earlier(declared))
            : naming;
    Probe probe = (Probe) declared.kind();
    return request(own.with(distinction), declared, () -> ProbeTarget.of(probe, endpoint, address));
  }

  /** The health check of a branch that points to a policy, or of an answer as a whole. */
  Optional<String> withOwnDestination(HealthCheckReference reference, Naming naming) {
    return reference.accept(
        new HealthCheckReference.Cases<Optional<String>>() {
          @Override
          public Optional<String> inherited(HealthCheckReference.Inherited nothing) {
            return Optional.empty();
          }

          @Override
          public Optional<String> none(HealthCheckReference.None none) {
            return Optional.empty();
          }

          @Override
          public Optional<String> named(HealthCheckReference.Named used) {
            return ofName(used, naming);
          }

          @Override
          public Optional<String> inline(HealthCheckReference.Inline written) {
            return request(naming, written.check(), () -> own(written.check().kind()));
          }
        });
  }

  /** That of a probe, or of the alarm of an internal load balancer. */
  private static HealthCheckConfig own(Kind kind) {
    return kind instanceof Kind.CloudWatchMetric alarm
        ? alarm.config()
        : ProbeTarget.own((Probe) kind);
  }

  private Optional<String> ofName(HealthCheckReference.Named used, Naming naming) {
    HealthCheckDeclaration declared = Objects.requireNonNull(named.get(used.name()), used.name());
    if (declared.kind() instanceof Probe probe && !ProbeTarget.isOwn(probe)) {
      builder.problem(
          naming.origin(),
          "the health check " + used.name() + " has neither a host nor an address here",
          "give it a host under health-checks, or use it on an endpoint");
      return Optional.empty();
    }
    return Optional.of(declared.nameOr(used.name()));
  }

  /**
   * Whether the health check connects to the endpoint it is used on, to each address separately.
   */
  boolean takesDestination(HealthCheckReference reference, CompiledEndpoint endpoint) {
    return probe(reference)
        .map(check -> (Probe) check.kind())
        .map(
            probe -> {
              boolean header =
                  reference instanceof HealthCheckReference.Inline
                      && endpoint.target() instanceof EndpointTarget.Addresses;
              return probe.address() == null && (probe.host() == null || header);
            })
        .orElse(false);
  }

  private Optional<HealthCheckDeclaration> probe(HealthCheckReference reference) {
    return reference.accept(new Referenced()).filter(found -> found.kind() instanceof Probe);
  }

  private Optional<String> request(
      Naming naming, HealthCheckDeclaration declared, Supplier<HealthCheckConfig> config) {
    return builder
        .attempt(naming.origin().below("health-check"), () -> reachable(config.get()))
        .map(
            made -> {
              HealthCheck check =
                  new HealthCheck(
                      declared.nameOr(naming.id()), made, declared.inverted(), declared.disabled());
              Owner owner = declared.name() == null ? naming.owner() : Owner.NAMED;
              builder.earlier().healthCheck(check.id(), earlier(declared));
              if (declared.name() == null) {
                builder.earlier().healthCheck(check.id(), naming.earlier());
              }
              checks.add(new PlannedHealthChecks.Request(owner, check, naming.origin()));
              return check.id();
            });
  }

  private static List<String> earlier(HealthCheckDeclaration declared) {
    return declared.earlierName().map(EarlierName::text).stream().toList();
  }

  /** Here and not only in the rules, because the place is more exact here. */
  private static HealthCheckConfig reachable(HealthCheckConfig config) {
    if (config instanceof HealthCheckConfig.Endpoint endpoint
        && endpoint.destination().ipAddress() instanceof Value.Literal address) {
      Destination.checkAddress(address.text());
    }
    return config;
  }

  /** The health check that a reference means on any endpoint. */
  private final class Referenced
      implements HealthCheckReference.Cases<Optional<HealthCheckDeclaration>> {
    @Override
    public Optional<HealthCheckDeclaration> inherited(HealthCheckReference.Inherited reference) {
      return Optional.empty();
    }

    @Override
    public Optional<HealthCheckDeclaration> none(HealthCheckReference.None reference) {
      return Optional.empty();
    }

    @Override
    public Optional<HealthCheckDeclaration> named(HealthCheckReference.Named reference) {
      return Optional.ofNullable(named.get(reference.name()));
    }

    @Override
    public Optional<HealthCheckDeclaration> inline(HealthCheckReference.Inline reference) {
      return Optional.of(reference.check());
    }
  }
}
