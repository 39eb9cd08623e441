package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedEndpoints.Endpoint;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names endpoints and health checks, after set identifiers and tags if possible. */
final class EndpointNamer {
  private final RecordLookup records;
  private final HealthCheckUses uses;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> nextNumbers = new HashMap<>();
  private final Map<String, String> reserved = new HashMap<>();
  private final Map<String, String> checks = new TreeMap<>();
  private final Map<Integer, String> endpoints = new HashMap<>();

  EndpointNamer(RecordLookup records, HealthCheckUses uses, List<Endpoint> all) {
    this.records = records;
    this.uses = uses;
    all.forEach(this::nameForced);
    uses.named().forEach(this::nameCheck);
    all.forEach(this::reserve);
    all.stream().filter(endpoint -> endpoint.forced() == null).forEach(this::nameFree);
    // A check that its endpoint could not be named after keeps its name under health-checks.
    all.forEach(this::nameOwnCheck);
  }

  String of(Endpoint endpoint) {
    return Objects.requireNonNull(endpoints.get(endpoint.number()), endpoint::toString);
  }

  /** The name under {@code health-checks}; empty for a check that is written at its endpoint. */
  Optional<String> ofCheck(String id) {
    return Optional.ofNullable(checks.get(id));
  }

  private void nameForced(Endpoint endpoint) {
    String word = endpoint.forced();
    if (word == null) {
      return;
    }
    String name = DeclarableName.isName(word) ? word : DeclarableName.of(word + "-servers");
    endpoints.put(endpoint.number(), take(name));
  }

  private void nameCheck(String id) {
    checks.put(id, take(DeclarableName.isName(id) ? id : derived(id)));
  }

  private String derived(String id) {
    if (HealthCheckNames.isMadeByAws(id)) {
      return DeclarableName.of(target(records.check(id)) + "-check");
    }
    String last = HealthCheckNames.isAddress(id) ? id.substring(id.lastIndexOf('.') + 1) : id;
    String word = DeclarableName.of(last);
    return DeclarableName.isName(word) ? word : DeclarableName.of(word + "-check");
  }

  private static String target(HealthCheck check) {
    return check.config() instanceof HealthCheckConfig.Endpoint config
        ? config
            .destination()
            .hostName()
            .or(config.destination()::address)
            .map(Value::toString)
            .orElse("")
        : "other";
  }

  private void reserve(Endpoint endpoint) {
    ownCheck(endpoint)
        .filter(DeclarableName::isName)
        .ifPresent(id -> reserved.putIfAbsent(id, endpoint.location().toString()));
  }

  private Optional<String> ownCheck(Endpoint endpoint) {
    return endpoint
        .healthCheck()
        .single()
        .filter(id -> uses.only(id).filter(endpoint::equals).isPresent());
  }

  private void nameFree(Endpoint endpoint) {
    Optional<String> check = ownCheck(endpoint);
    Stream<String> candidates =
        Stream.of(
                stem(endpoint).stream(),
                check.stream().filter(endpoint.labels()::contains),
                endpoint.labels().stream(),
                check.stream())
            .flatMap(some -> some)
            .filter(DeclarableName::isName);
    String place = endpoint.location().toString();
    String name =
        candidates
            .filter(word -> !taken.contains(word))
            .filter(word -> reserved.getOrDefault(word, place).equals(place))
            .findFirst()
            .orElseGet(() -> described(endpoint));
    endpoints.put(endpoint.number(), take(name));
  }

  /** The endpoint name that the ids of checks of several addresses contain. */
  private static Optional<String> stem(Endpoint endpoint) {
    if (!(endpoint.healthCheck() instanceof BranchHealthCheck.Each each)
        || !(endpoint.location() instanceof Location.Addresses some)) {
      return Optional.empty();
    }
    String last = ProbeWriter.addresses(some).get(each.ids().size() - 1);
    String suffix = "-" + last.replace('.', '-').replace(':', '-');
    String id = each.ids().get(each.ids().size() - 1);
    return id.endsWith(suffix)
        ? Optional.of(id.substring(0, id.length() - suffix.length()))
        : Optional.empty();
  }

  private static String described(Endpoint endpoint) {
    String kind =
        endpoint
            .location()
            .accept(
                new Location.Cases<String>() {
                  @Override
                  public String addresses(Location.Addresses location) {
                    return "servers";
                  }

                  @Override
                  public String host(Location.Host location) {
                    return "host";
                  }

                  @Override
                  public String resource(Location.Resource location) {
                    return location.dnsName().contains(".elb.") ? "lb" : "alias";
                  }

                  @Override
                  public String state(Location.State location) {
                    return "state";
                  }
                });
    List<String> labels =
        endpoint.labels().stream().filter(label -> !DeclarableName.isName(label)).toList();
    Optional<String> region =
        labels.stream().filter(label -> label.matches("[a-z]{2,4}(-[a-z]+)+-[0-9]+")).findFirst();
    return DeclarableName.of(
        region.map(code -> code + "-" + kind).orElseGet(() -> place(endpoint, kind)));
  }

  private static String place(Endpoint endpoint, String kind) {
    return endpoint
        .location()
        .accept(
            new Location.Cases<>() {
              @Override
              public String addresses(Location.Addresses some) {
                return "at-" + ProbeWriter.addresses(some).get(0);
              }

              @Override
              public String host(Location.Host host) {
                return firstLabel(host.host().toLowerCase(Locale.ROOT), kind);
              }

              @Override
              public String resource(Location.Resource resource) {
                return firstLabel(resource.dnsName(), kind);
              }

              @Override
              public String state(Location.State state) {
                return kind;
              }
            });
  }

  private static String firstLabel(String host, String kind) {
    String first = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
    return DeclarableName.isName(first) ? first : first + "-" + kind;
  }

  private void nameOwnCheck(Endpoint endpoint) {
    ownCheck(endpoint)
        .filter(id -> DeclarableName.isName(id) && !id.equals(of(endpoint)) && !taken.contains(id))
        .ifPresent(id -> checks.put(id, take(id)));
  }

  private String take(String wanted) {
    // Taken names stay taken, so the search continues after the last number.
    int number = nextNumbers.getOrDefault(wanted, 1);
    while (!isFree(DeclarableName.numbered(wanted, number))) {
      number++;
    }
    String name = DeclarableName.numbered(wanted, number);
    nextNumbers.put(wanted, number + 1);
    taken.add(name);
    return name;
  }

  private boolean isFree(String name) {
    return !taken.contains(name) && DeclarableName.isName(name);
  }
}
