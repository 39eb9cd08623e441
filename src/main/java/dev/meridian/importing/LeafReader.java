package dev.meridian.importing;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.importing.ImportedGroup.Branch;
import dev.meridian.importing.ImportedGroup.Leaf;
import dev.meridian.importing.ImportedGroup.Saying;
import dev.meridian.importing.RecordLookup.Server;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads branches that point to servers with addresses, or to a host. */
record LeafReader(RecordLookup records) {

  /**
   * The endpoints of a multivalue group, in order. Empty if a set identifier is not the name of an
   * endpoint with one of its addresses, or if the records of an endpoint differ in other ways.
   */
  Optional<List<Branch>> multivalue(Collection<Map<RecordType, RecordSet>> slots) {
    Map<String, Map<RecordType, List<Server>>> byEndpoint = new LinkedHashMap<>();
    Map<String, Set<Long>> ttls = new HashMap<>();
    for (Map<RecordType, RecordSet> slot : slots) {
      for (RecordSet record : slot.values()) {
        Optional<String> endpoint = RecordLookup.prefix(record).filter(DeclarableName::isName);
        if (endpoint.isEmpty()) {
          return Optional.empty();
        }
        byEndpoint
            .computeIfAbsent(endpoint.get(), e -> new EnumMap<>(RecordType.class))
            .computeIfAbsent(record.type(), t -> new ArrayList<>())
            .add(new Server(only(record), record.healthCheck()));
        ttls.computeIfAbsent(endpoint.get(), e -> new TreeSet<>()).add(ttl(record));
      }
    }
    List<Branch> branches = new ArrayList<>();
    for (Map.Entry<String, Map<RecordType, List<Server>>> entry : byEndpoint.entrySet()) {
      String name = entry.getKey();
      Set<Long> own = ttls.getOrDefault(name, Set.of());
      Optional<BranchHealthCheck> check = commonCheck(all(entry.getValue()));
      if (own.size() != 1 || check.isEmpty()) {
        return Optional.empty();
      }
      Leaf leaf = new Leaf(place(entry.getValue()), check.get(), Saying.NEVER, name, null);
      Long ttl = own.iterator().next();
      branches.add(new Branch(name, new RoutingPolicy.Multivalue(), leaf, null, ttl, false));
    }
    return Optional.of(branches);
  }

  private Optional<BranchHealthCheck> commonCheck(List<Server> servers) {
    try {
      return Optional.of(healthCheck(servers));
    } catch (NotExpressible e) {
      return Optional.empty();
    }
  }

  private static long ttl(RecordSet record) {
    return ((RecordData.Values) record.data()).ttl();
  }

  /**
   * An endpoint with several addresses.
   *
   * @param shared whether other branches can point to the same group
   * @param ttl of the group, in seconds
   */
  record Servers(Leaf leaf, boolean shared, long ttl) {}

  private static String only(RecordSet record) {
    List<String> texts = RecordLookup.texts(record);
    if (texts.size() > 1) {
      throw new NotExpressible(record.key() + " is one multivalue record with several values");
    }
    return texts.get(0);
  }

  /**
   * Reads an endpoint with several addresses. The alias points to a group with one record per
   * address. All users of the endpoint share that group, unless a branch has its own health check.
   */
  Optional<Servers> servers(PolicyKind kind, String label, Map<RecordType, RecordSet> slot) {
    TreeSet<Long> ttls = new TreeSet<>();
    Map<RecordType, List<Server>> servers = new EnumMap<>(RecordType.class);
    TreeSet<String> checks = new TreeSet<>();
    TreeSet<Boolean> evaluate = new TreeSet<>();
    String prefix = null;
    boolean shared = false;
    for (Map.Entry<RecordType, RecordSet> entry : slot.entrySet()) {
      RecordSet record = entry.getValue();
      if (record.data() instanceof RecordData.RecordAlias alias) {
        RrsetKey target = new RrsetKey(alias.target(), entry.getKey());
        Optional<RecordLookup.Servers> found = records.servers(target);
        if (found.isEmpty() || (prefix != null && !prefix.equals(found.get().prefix()))) {
          return Optional.empty();
        }
        prefix = found.get().prefix();
        shared =
            DeclarableName.isName(prefix)
                && target.name().equals(records.zone().child("_" + prefix));
        servers.put(entry.getKey(), found.get().servers());
        records.group(target).forEach(member -> ttls.add(ttl(member)));
        evaluate.add(alias.evaluateTargetHealth());
        record.healthCheckId().ifPresent(checks::add);
      } else if (record.data() instanceof RecordData.Values values && values.values().size() == 1) {
        servers.put(entry.getKey(), List.of(new Server(only(record), record.healthCheck())));
        ttls.add(values.ttl());
      } else {
        return Optional.empty();
      }
    }
    boolean expected = prefix != null && (shared ? checks.isEmpty() : prefix.equals(label));
    if (!expected || evaluate.size() > 1 || kind == PolicyKind.SIMPLE || ttls.size() > 1) {
      return Optional.empty();
    }
    boolean common = shared;
    return leaf(servers, checks, shared ? prefix : null, evaluate.first())
        .map(leaf -> new Servers(leaf, common, ttls.first()));
  }

  private Optional<Leaf> leaf(
      Map<RecordType, List<Server>> servers,
      TreeSet<String> checks,
      @Nullable String shared,
      boolean evaluate) {
    List<Server> all = all(servers);
    // If the alias has its own check, a single address of the other type has the same check.
    boolean onAlias =
        checks.size() == 1
            && servers.values().stream()
                .allMatch(some -> isChecked(some, some.size() > 1 ? null : checks.first()));
    if (!checks.isEmpty() && !onAlias) {
      return Optional.empty();
    }
    Optional<BranchHealthCheck> found =
        checks.isEmpty()
            ? commonCheck(all)
            : Optional.of(new BranchHealthCheck.One(checks.first()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    BranchHealthCheck healthCheck = found.get();
    // A branch puts a check that all addresses share on the alias.
    if (shared == null && checks.isEmpty() && healthCheck.single().isPresent()) {
      return Optional.empty();
    }
    Saying saying = shared == null ? Saying.ALWAYS : Saying.NEVER;
    return Optional.of(new Leaf(place(servers), healthCheck, saying, shared, evaluate));
  }

  private static boolean isChecked(List<Server> servers, @Nullable String id) {
    return servers.stream().allMatch(server -> Objects.equals(server.check(), id));
  }

  /** The health checks of the single values of a slot. */
  BranchHealthCheck healthCheck(Map<RecordType, RecordSet> slot) {
    if (slot.containsKey(RecordType.CNAME)) {
      return healthCheck(List.of(new Server("", slot.get(RecordType.CNAME).healthCheck())));
    }
    List<Server> servers = new ArrayList<>();
    slot.values().forEach(record -> servers.add(new Server(only(record), record.healthCheck())));
    return healthCheck(servers);
  }

  /**
   * The health check of the type with one address, if the other type has several addresses in one
   * record.
   */
  BranchHealthCheck single(Map<RecordType, RecordSet> slot) {
    for (RecordSet record : slot.values()) {
      String id = record.healthCheck();
      List<String> texts = RecordLookup.texts(record);
      boolean own =
          id != null && texts.size() == 1 && ProbeWriter.probes(records.check(id), texts.get(0));
      if (id != null && !own) {
        throw new NotExpressible("the health checks of its A and AAAA records differ");
      }
      if (own) {
        return new BranchHealthCheck.Each(List.of(id));
      }
    }
    return new BranchHealthCheck.None();
  }

  private BranchHealthCheck healthCheck(List<Server> servers) {
    List<String> ids = servers.stream().map(Server::check).filter(Objects::nonNull).toList();
    if (ids.isEmpty()) {
      return new BranchHealthCheck.None();
    }
    if (ids.size() < servers.size()) {
      throw new NotExpressible(
          "some of an endpoint's addresses have a health check, and others do not");
    }
    if (ids.stream().distinct().count() == 1) {
      return new BranchHealthCheck.One(ids.get(0));
    }
    TreeSet<String> forms = new TreeSet<>();
    for (Server server : servers) {
      HealthCheck check = records.check(ids.get(servers.indexOf(server)));
      forms.add(
          ProbeWriter.probes(check, server.address())
              ? ProbeWriter.form(check).map(HealthCheck::toString).orElse("")
              : "");
    }
    if (forms.size() > 1 || forms.contains("")) {
      throw new NotExpressible("the addresses of an endpoint are checked in different ways");
    }
    return new BranchHealthCheck.Each(ids);
  }

  private static List<Server> all(Map<RecordType, List<Server>> servers) {
    return servers.values().stream().flatMap(List::stream).toList();
  }

  private static Location place(Map<RecordType, List<Server>> servers) {
    return new Location.Addresses(
        addresses(servers.getOrDefault(RecordType.A, List.of())),
        addresses(servers.getOrDefault(RecordType.AAAA, List.of())));
  }

  private static List<String> addresses(List<Server> servers) {
    return servers.stream().map(Server::address).toList();
  }

  /** The location of the values of a slot. */
  static Location location(Map<RecordType, RecordSet> slot) {
    RecordSet cname = slot.get(RecordType.CNAME);
    if (cname != null) {
      return new Location.Host(RecordLookup.spellings(cname).get(0));
    }
    return new Location.Addresses(texts(slot.get(RecordType.A)), texts(slot.get(RecordType.AAAA)));
  }

  private static List<String> texts(@Nullable RecordSet record) {
    return record == null ? List.of() : RecordLookup.texts(record);
  }
}
