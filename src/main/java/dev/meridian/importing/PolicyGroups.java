package dev.meridian.importing;

import dev.meridian.compile.GeneratedNames;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose traffic policies have the hidden groups and set identifiers that Meridian generates
 * for a declaration. Elsewhere, people choose the IDs of rules, and several branches can have one
 * rule. Such a rule becomes one group for each of these branches, which changes no answer.
 *
 * @param leftOut the names whose traffic policies are left out, with the reason, as lines of text
 */
record PolicyGroups(RoutingPlan plan, List<String> leftOut) {
  /** The default quota for the record sets of a zone (Developer Guide, DNSLimitations). */
  private static final int MOST = 10_000;

  static PolicyGroups of(RoutingPlan plan) {
    List<RecordSet> records = new ArrayList<>(plan.withoutPolicyRecords().records());
    Set<RrsetKey> taken = new HashSet<>();
    records.forEach(record -> taken.add(record.group()));
    Map<String, String> servers = new HashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (RrsetKey root : plan.policyRecords()) {
      Walk walk = new Walk(plan.zone(), root, plan.groups(), taken, servers);
      try {
        walk.group(root, root, List.of());
        records.addAll(walk.records);
        taken.addAll(walk.written);
      } catch (NotExpressible e) {
        leftOut.add(root + ": " + e.getMessage());
      } catch (InvalidValue e) {
        leftOut.add(root + ": " + e.what());
      }
    }
    return new PolicyGroups(
        plan.with(records, plan.healthChecks(), plan.cidrCollections()), leftOut);
  }

  /** The tree of one name and type. */
  private static final class Walk {
    private final DnsName zone;
    private final RrsetKey root;
    private final Map<RrsetKey, List<RecordSet>> groups;
    private final Set<RrsetKey> taken;
    private final Map<String, String> servers;
    private final Set<RrsetKey> written = new HashSet<>();
    private final List<RecordSet> records = new ArrayList<>();

    /**
     * @param servers what is at each endpoint of a multivalue rule, by its name and the type
     */
    Walk(
        DnsName zone,
        RrsetKey root,
        Map<RrsetKey, List<RecordSet>> groups,
        Set<RrsetKey> taken,
        Map<String, String> servers) {
      this.zone = zone;
      this.root = root;
      this.groups = groups;
      this.taken = taken;
      this.servers = servers;
    }

    /**
     * Writes the group of a rule.
     *
     * @param trail the labels of the branches down to it
     */
    void group(RrsetKey before, RrsetKey after, List<String> trail) {
      if (taken.contains(after) || !written.add(after)) {
        throw new NotExpressible(
            "several of its record sets would have the name "
                + after.name()
                + "; rename a rule or an endpoint in its document");
      }
      BranchLabels labels = new BranchLabels();
      for (RecordSet record : groups.getOrDefault(before, List.of())) {
        if (records.size() == MOST) {
          throw new NotExpressible(
              "its traffic policy needs more than "
                  + MOST
                  + " record sets, because several branches have the same rules");
        }
        String label = labels.of(record);
        List<String> below = Stream.concat(trail.stream(), Stream.of(label)).toList();
        RrsetKey target =
            record
                .aliasTarget()
                .map(key -> new RrsetKey(hidden(key, below), key.type()))
                .orElse(null);
        records.add(
            new RecordSet(
                new RecordKey(after, identifier(record, label)),
                record.policy(),
                target != null && record.data() instanceof RecordData.RecordAlias alias
                    ? new RecordData.RecordAlias(target.name(), alias.evaluateTargetHealth())
                    : record.data(),
                record.healthCheck()));
        if (target != null) {
          group(record.aliasTarget().orElseThrow(), target, below);
        }
      }
    }

    private DnsName hidden(RrsetKey rule, List<String> trail) {
      PolicyKind kind = groups.getOrDefault(rule, List.of()).get(0).policy().kind();
      return GeneratedNames.branchGroup(zone, root.name(), trail, kind);
    }

    private @Nullable String identifier(RecordSet record, String label) {
      return switch (record.policy().kind()) {
        case SIMPLE -> null;
        case MULTIVALUE -> server(record, label);
        case WEIGHTED, LATENCY, GEOLOCATION, GEOPROXIMITY, FAILOVER, IP_BASED, AZ_AFFINITY -> label;
      };
    }

    /** The set identifier of an endpoint's address: the endpoint's name, and the address. */
    private String server(RecordSet record, String label) {
      String text = RecordLookup.texts(record).get(0);
      String content = text + " " + record.healthCheckId().orElse("");
      String name = DeclarableName.isName(label) ? label : DeclarableName.of("server-" + label);
      String free =
          DeclarableName.free(
              name, one -> servers.getOrDefault(one + " " + root.type(), content).equals(content));
      servers.put(free + " " + root.type(), content);
      return free + "-" + text;
    }
  }
}
