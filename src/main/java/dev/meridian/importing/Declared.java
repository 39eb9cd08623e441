package dev.meridian.importing;

import dev.meridian.config.EndpointDeclaration.Location;
import dev.meridian.importing.Endpoints.Endpoint;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.HealthCheckConfig.CloudWatchMetric.InsufficientData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Endpoints, health checks and CIDR collections as a declaration writes them. */
final class Declared {
  private final Records records;
  private final Endpoints endpoints;
  private final Names names;

  Declared(Records records, Endpoints endpoints, Names names) {
    this.records = records;
    this.endpoints = endpoints;
    this.names = names;
  }

  String name(Endpoint endpoint) {
    return names.of(endpoint);
  }

  Yaml.Mapping endpoints() {
    Yaml.Mapping all = new Yaml.Mapping();
    for (Endpoint endpoint : endpoints.all()) {
      Yaml.Mapping written = new Yaml.Mapping();
      place(written, endpoint.location());
      if (!(endpoint.guard() instanceof Guard.None)) {
        written.put("health-check", check(endpoint.guard(), true));
      }
      all.put(names.of(endpoint), written);
    }
    return all;
  }

  private static void place(Yaml.Mapping written, Location location) {
    if (location instanceof Location.Addresses some) {
      written.put("addresses", Yaml.Seq.of(Probes.addresses(some)));
    } else if (location instanceof Location.Host host) {
      written.put("host", host.host());
    } else if (location instanceof Location.Resource resource) {
      Yaml.Mapping alias =
          new Yaml.Mapping().put("dns-name", resource.dnsName()).put("zone-id", resource.zoneId());
      if (resource.ipv6()) {
        alias.put("ipv6", true);
      }
      written.put("alias", alias);
    }
  }

  /**
   * A guard where it is said.
   *
   * @param here whether it stands at the endpoint that it probes
   */
  Yaml check(Guard guard, boolean here) {
    if (guard instanceof Guard.Each each) {
      return Probes.implicit(endpoint(each.ids().get(0)), records.check(each.ids().get(0)));
    }
    return guard instanceof Guard.One one ? check(one.id(), here) : Yaml.Scalar.of("none");
  }

  /** The guard of a leaf, said at its branch. */
  Yaml atBranch(Group.Leaf leaf) {
    boolean here =
        leaf.guard() instanceof Guard.One one
            && Probes.probes(records.check(one.id()), leaf.location());
    return check(leaf.guard(), here);
  }

  private Yaml check(String id, boolean here) {
    return names
        .ofCheck(id)
        .<Yaml>map(Yaml.Scalar::of)
        .orElseGet(
            () ->
                here
                    ? Probes.implicit(endpoint(id), records.check(id))
                    : Probes.explicit(endpoint(id), records.check(id)));
  }

  private HealthCheckConfig.Endpoint endpoint(String id) {
    return (HealthCheckConfig.Endpoint) records.check(id).config();
  }

  Yaml.Mapping healthChecks() {
    Yaml.Mapping all = new Yaml.Mapping();
    for (HealthCheck check : CheckUses.inOrder(records.checks())) {
      names
          .ofCheck(check.id())
          .ifPresent(
              name -> all.put(name, Probes.flags(check.config().accept(new Kind(check)), check)));
    }
    return all;
  }

  private final class Kind implements HealthCheckConfig.Cases<Yaml.Mapping> {
    private final HealthCheck check;

    Kind(HealthCheck check) {
      this.check = check;
    }

    @Override
    public Yaml.Mapping endpoint(HealthCheckConfig.Endpoint config) {
      return Probes.explicit(config, check);
    }

    @Override
    public Yaml.Mapping calculated(HealthCheckConfig.Calculated config) {
      Yaml.Mapping calculated =
          new Yaml.Mapping()
              .put("of", Yaml.Seq.of(children(config)))
              .put("threshold", config.threshold());
      return new Yaml.Mapping().put("calculated", calculated);
    }

    @Override
    public Yaml.Mapping cloudWatchMetric(HealthCheckConfig.CloudWatchMetric config) {
      Yaml.Mapping metric =
          new Yaml.Mapping().put("alarm", config.alarmName()).put("region", config.region());
      if (config.insufficientData() != InsufficientData.LAST_KNOWN_STATUS) {
        metric.put("insufficient-data", config.insufficientData().word());
      }
      return new Yaml.Mapping().put("cloudwatch-metric", metric);
    }

    @Override
    public Yaml.Mapping recoveryControl(HealthCheckConfig.RecoveryControl config) {
      return new Yaml.Mapping().put("recovery-control", config.routingControlArn());
    }
  }

  /** Names of health checks, or of the endpoints where they stand. */
  private List<String> children(HealthCheckConfig.Calculated config) {
    Set<String> rest = new TreeSet<>(config.children());
    List<String> of = new ArrayList<>();
    for (Endpoint endpoint : endpoints.all()) {
      List<String> ids = standing(endpoint.guard());
      if (!ids.isEmpty() && rest.containsAll(ids)) {
        of.add(names.of(endpoint));
        ids.forEach(rest::remove);
      }
    }
    for (String id : rest) {
      of.add(names.ofCheck(id).orElse(id));
    }
    return of;
  }

  /** The ids of the checks that stand at the endpoint itself. */
  private List<String> standing(Guard guard) {
    List<String> ids =
        guard instanceof Guard.Each each
            ? each.ids()
            : guard instanceof Guard.One one ? List.of(one.id()) : List.of();
    return ids.stream().allMatch(id -> names.ofCheck(id).isEmpty()) ? ids : List.of();
  }

  static Yaml.Mapping collections(List<CidrCollection> collections) {
    Yaml.Mapping all = new Yaml.Mapping();
    for (CidrCollection collection : collections) {
      Yaml.Mapping locations = new Yaml.Mapping();
      collection
          .locations()
          .forEach(
              (name, blocks) ->
                  locations.put(name, Yaml.Seq.of(blocks.stream().map(b -> b.text()).toList())));
      all.put(collection.name(), locations);
    }
    return all;
  }
}
