package dev.meridian.trafficpolicy;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.GeoproximityLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.PolicyDocument.Branch;
import dev.meridian.trafficpolicy.PolicyDocument.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A document as maps, lists, texts, and booleans, with the keys of the format. Numbers are texts,
 * as in the examples of the API reference.
 */
public final class DocumentTree {
  private final Function<Value, String> values;
  private final Function<String, String> healthChecks;
  private final UnaryOperator<String> texts;

  /**
   * @param values the text of a value, such as a reference in HCL
   * @param healthChecks the text for the ID of a health check
   * @param texts the form of all other texts, such as their HCL
   */
  public DocumentTree(
      Function<Value, String> values,
      Function<String, String> healthChecks,
      UnaryOperator<String> texts) {
    this.values = values;
    this.healthChecks = healthChecks;
    this.texts = texts;
  }

  /** The document; the endpoints and rules are in the order of their IDs. */
  public Map<String, Object> of(PolicyDocument document) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("AWSPolicyFormatVersion", texts.apply(PolicyDocument.FORMAT));
    tree.put("RecordType", texts.apply(document.type().name()));
    tree.put(
        document.start().isRule() ? "StartRule" : "StartEndpoint",
        texts.apply(document.start().id()));
    Map<String, Object> endpoints = new TreeMap<>();
    document
        .endpoints()
        .forEach(
            (id, endpoint) -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("Type", texts.apply(endpoint.type().keyword()));
              entry.put("Value", values.apply(endpoint.value()));
              endpoints.put(id, entry);
            });
    tree.put("Endpoints", endpoints);
    Map<String, Object> rules = new TreeMap<>();
    document.rules().forEach((id, rule) -> rules.put(id, rule(rule)));
    tree.put("Rules", rules);
    return tree;
  }

  /** The length of the JSON text of a tree, without blanks. */
  public static long length(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return 2
          + map.entrySet().stream().mapToLong(e -> length(e.getKey()) + length(e.getValue())).sum()
          + 2L * map.size();
    }
    if (tree instanceof List<?> list) {
      return 2 + list.size() + list.stream().mapToLong(DocumentTree::length).sum();
    }
    return tree.toString().length() + 2L;
  }

  private Map<String, Object> rule(Rule rule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("RuleType", texts.apply(RuleTypes.type(rule.kind())));
    if (rule.kind() == PolicyKind.FAILOVER) {
      rule.branches().forEach(branch -> tree.put(role(branch), branch(branch)));
    } else {
      List<Object> branches = new ArrayList<>();
      rule.branches().forEach(branch -> branches.add(branch(branch)));
      tree.put(RuleTypes.branches(rule.kind()), branches);
    }
    return tree;
  }

  private static String role(Branch branch) {
    return ((RoutingPolicy.Failover) branch.policy()).role() == RoutingPolicy.Failover.Role.PRIMARY
        ? "Primary"
        : "Secondary";
  }

  private Map<String, Object> branch(Branch branch) {
    Map<String, Object> tree = branch.policy().accept(new Settings());
    tree.put(
        branch.to().isRule() ? "RuleReference" : "EndpointReference",
        texts.apply(branch.to().id()));
    branch.evaluatesTargetHealth().ifPresent(on -> tree.put("EvaluateTargetHealth", on));
    branch.healthCheckId().ifPresent(id -> tree.put("HealthCheck", healthChecks.apply(id)));
    return tree;
  }

  private final class Settings implements RoutingPolicy.Cases<Map<String, Object>> {
    private final Map<String, Object> tree = new LinkedHashMap<>();

    @Override
    public Map<String, Object> simple(RoutingPolicy.Simple policy) {
      return tree;
    }

    @Override
    public Map<String, Object> weighted(RoutingPolicy.Weighted policy) {
      tree.put("Weight", texts.apply(Integer.toString(policy.weight())));
      return tree;
    }

    @Override
    public Map<String, Object> latency(RoutingPolicy.Latency policy) {
      tree.put("Region", texts.apply(policy.region()));
      return tree;
    }

    @Override
    public Map<String, Object> geolocation(RoutingPolicy.Geolocation policy) {
      return policy
          .location()
          .accept(
              new GeoLocation.Cases<>() {
                @Override
                public Map<String, Object> defaultLocation(GeoLocation.Default location) {
                  tree.put("IsDefault", true);
                  return tree;
                }

                @Override
                public Map<String, Object> continent(GeoLocation.Continent location) {
                  tree.put("Continent", texts.apply(location.code()));
                  return tree;
                }

                @Override
                public Map<String, Object> country(GeoLocation.Country location) {
                  tree.put("Country", texts.apply(location.code()));
                  return tree;
                }

                @Override
                public Map<String, Object> usState(GeoLocation.UsState location) {
                  tree.put("Country", texts.apply("US"));
                  tree.put("Subdivision", texts.apply(location.state()));
                  return tree;
                }
              });
    }

    @Override
    public Map<String, Object> geoproximity(RoutingPolicy.Geoproximity policy) {
      policy
          .location()
          .accept(
              new GeoproximityLocation.Cases<Map<String, Object>>() {
                @Override
                public Map<String, Object> inRegion(GeoproximityLocation.InRegion location) {
                  tree.put("Region", texts.apply(RuleTypes.REGION + location.region()));
                  return tree;
                }

                @Override
                public Map<String, Object> inLocalZoneGroup(
                    GeoproximityLocation.InLocalZoneGroup location) {
                  throw new IllegalStateException("a document without Local Zones has none");
                }

                @Override
                public Map<String, Object> at(GeoproximityLocation.At location) {
                  tree.put("Latitude", texts.apply(location.latitude().toPlainString()));
                  tree.put("Longitude", texts.apply(location.longitude().toPlainString()));
                  return tree;
                }
              });
      tree.put("Bias", texts.apply(Integer.toString(policy.bias())));
      return tree;
    }

    @Override
    public Map<String, Object> failover(RoutingPolicy.Failover policy) {
      return tree;
    }

    @Override
    public Map<String, Object> multivalue(RoutingPolicy.Multivalue policy) {
      return tree;
    }

    @Override
    public Map<String, Object> ipBased(RoutingPolicy.IpBased policy) {
      throw new IllegalStateException("a document has no ip-based rules");
    }

    @Override
    public Map<String, Object> azAffinity(RoutingPolicy.AzAffinity policy) {
      throw new IllegalStateException("a document has no az-affinity rules");
    }
  }
}
