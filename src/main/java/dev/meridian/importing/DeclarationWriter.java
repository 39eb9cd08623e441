package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes endpoints, health checks and CIDR collections for a declaration. */
final class DeclarationWriter {
  private final RecordLookup records;
  private final ImportedEndpoints endpoints;
  private final EndpointNamer names;

  /** The endpoints that each health check is written at, by the first of their checks. */
  private final Map<String, List<Endpoint>> endpointsByCheck = new HashMap<>();

  DeclarationWriter(RecordLookup records, ImportedEndpoints endpoints, EndpointNamer names) {
    this.records = records;
    this.endpoints = endpoints;
    this.names = names;
    for (Endpoint endpoint : endpoints.all()) {
      writtenAt(endpoint).stream()
          .findFirst()
          .ifPresent(
              id -> endpointsByCheck.computeIfAbsent(id, i -> new ArrayList<>()).add(endpoint));
    }
  }

  String name(Endpoint endpoint) {
    return names.of(endpoint);
  }

  YamlWriter.Mapping endpoints() {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    for (Endpoint endpoint : endpoints.all()) {
      YamlWriter.Mapping written = new YamlWriter.Mapping();
      place(written, endpoint.location());
      if (!endpoint.healthCheck().ids().isEmpty()) {
        written.put("health-check", check(endpoint.healthCheck(), true, names.of(endpoint)));
      }
      all.put(names.of(endpoint), written);
    }
    return all;
  }

  private static void place(YamlWriter.Mapping written, Location location) {
    location.accept(
        new Location.Cases<YamlWriter.Mapping>() {
          @Override
          public YamlWriter.Mapping addresses(Location.Addresses some) {
            return written.put("addresses", YamlWriter.Seq.of(ProbeWriter.addresses(some)));
          }

          @Override
          public YamlWriter.Mapping host(Location.Host host) {
            return written.put("host", host.host());
          }

          @Override
          public YamlWriter.Mapping resource(Location.Resource resource) {
            YamlWriter.Mapping alias =
                new YamlWriter.Mapping()
                    .put("dns-name", resource.dnsName())
                    .put("zone-id", resource.zoneId());
            if (resource.ipv6()) {
              alias.put("ipv6", true);
            }
            return written.put("alias", alias);
          }

          @Override
          public YamlWriter.Mapping state(Location.State state) {
            throw new IllegalStateException(
                "a record set does not show that it comes from a state");
          }
        });
  }

  /**
   * A health check as its endpoint or branch states it.
   *
   * @param here whether it is written at the endpoint that it probes
   * @param usual the name that it has there by default
   */
  YamlWriter check(BranchHealthCheck healthCheck, boolean here, String usual) {
    return healthCheck.accept(
        new BranchHealthCheck.Cases<>() {
          @Override
          public YamlWriter none() {
            return YamlWriter.Scalar.of("none");
          }

          @Override
          public YamlWriter one(BranchHealthCheck.One check) {
            return checkById(check.id(), here, usual);
          }

          @Override
          public YamlWriter each(BranchHealthCheck.Each checks) {
            String first = checks.ids().get(0);
            return ProbeWriter.implicit(endpoint(first), records.check(first));
          }
        });
  }

  /** The health check of a leaf, as its branch states it. */
  YamlWriter atBranch(ImportedGroup.Leaf leaf, String usual) {
    boolean here =
        leaf.healthCheck()
            .single()
            .filter(id -> ProbeWriter.probes(records.check(id), leaf.location()))
            .isPresent();
    return check(leaf.healthCheck(), here, usual);
  }

  private YamlWriter checkById(String id, boolean here, String usual) {
    return names
        .ofCheck(id)
        .<YamlWriter>map(YamlWriter.Scalar::of)
        .orElseGet(
            () ->
                named(
                    here
                        ? ProbeWriter.implicit(endpoint(id), records.check(id))
                        : ProbeWriter.explicit(endpoint(id), records.check(id)),
                    id,
                    usual));
  }

  private static YamlWriter.Mapping named(YamlWriter.Mapping check, String id, String usual) {
    return HealthCheckNames.isTag(id) && !id.equals(usual) ? check.put("name", id) : check;
  }

  private HealthCheckConfig.Endpoint endpoint(String id) {
    return (HealthCheckConfig.Endpoint) records.check(id).config();
  }

  YamlWriter.Mapping healthChecks() {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    for (HealthCheck check : HealthCheckUses.inOrder(records.checks())) {
      names
          .ofCheck(check.id())
          .ifPresent(
              name ->
                  all.put(
                      name,
                      named(
                          ProbeWriter.flags(check.config().accept(new Kind(check)), check),
                          check.id(),
                          name)));
    }
    return all;
  }

  private final class Kind implements HealthCheckConfig.Cases<YamlWriter.Mapping> {
    private final HealthCheck check;

    Kind(HealthCheck check) {
      this.check = check;
    }

    @Override
    public YamlWriter.Mapping endpoint(HealthCheckConfig.Endpoint config) {
      return ProbeWriter.explicit(config, check);
    }

    @Override
    public YamlWriter.Mapping calculated(HealthCheckConfig.Calculated config) {
      YamlWriter.Mapping calculated =
          new YamlWriter.Mapping()
              .put("of", YamlWriter.Seq.of(children(config)))
              .put("threshold", config.threshold());
      return new YamlWriter.Mapping().put("calculated", calculated);
    }

    @Override
    public YamlWriter.Mapping cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
      YamlWriter.Mapping metric =
          new YamlWriter.Mapping().put("alarm", config.alarmName()).put("region", config.region());
      if (config.insufficientData() != InsufficientData.LAST_KNOWN_STATUS) {
        metric.put("insufficient-data", config.insufficientData().keyword());
      }
      return new YamlWriter.Mapping().put("cloudwatch-metric", metric);
    }

    @Override
    public YamlWriter.Mapping recoveryControl(HealthCheckConfig.RecoveryControl config) {
      return new YamlWriter.Mapping()
          .put("recovery-control", config.routingControlArn().toString());
    }

    @Override
    public YamlWriter.Mapping unidentified(HealthCheckConfig.Unidentified config) {
      throw new IllegalStateException("ImportState leaves these out");
    }
  }

  /** Names of health checks, or of the endpoints that have them. */
  private List<String> children(HealthCheckConfig.Calculated config) {
    Set<String> rest = new TreeSet<>(config.children());
    SortedMap<Integer, Endpoint> own = new TreeMap<>();
    rest.forEach(
        id ->
            endpointsByCheck
                .getOrDefault(id, List.of())
                .forEach(endpoint -> own.put(endpoint.number(), endpoint)));
    List<String> of = new ArrayList<>();
    for (Endpoint endpoint : own.values()) {
      List<String> ids = endpoint.healthCheck().ids();
      if (rest.containsAll(ids)) {
        of.add(names.of(endpoint));
        ids.forEach(rest::remove);
      }
    }
    for (String id : rest) {
      of.add(names.ofCheck(id).orElse(id));
    }
    return of;
  }

  /** The ids of an endpoint's health checks, if they are written at the endpoint itself. */
  private List<String> writtenAt(Endpoint endpoint) {
    List<String> ids = endpoint.healthCheck().ids();
    return ids.stream().allMatch(id -> names.ofCheck(id).isEmpty()) ? ids : List.of();
  }

  /** Collections with the names that they have in AWS, so that they can be adopted. */
  static YamlWriter.Mapping collections(List<CidrCollection> collections) {
    YamlWriter.Mapping all = new YamlWriter.Mapping();
    for (CidrCollection collection : collections) {
      YamlWriter.Mapping locations = new YamlWriter.Mapping();
      collection
          .locations()
          .forEach(
              (name, blocks) ->
                  locations.put(
                      name, YamlWriter.Seq.of(blocks.stream().map(b -> b.text()).toList())));
      all.put(
          collection.name(),
          new YamlWriter.Mapping().put("name", collection.name()).put("locations", locations));
    }
    return all;
  }
}
