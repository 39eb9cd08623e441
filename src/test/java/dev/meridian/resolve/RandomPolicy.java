package dev.meridian.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.trafficpolicy.DocumentMaker;
import dev.meridian.trafficpolicy.DocumentTree;
import dev.meridian.trafficpolicy.EndpointType;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A random tree that a traffic policy can express, with its document. */
record RandomPolicy(RandomTree tree, PolicyDocument document) {
  static final RrsetKey ROOT = new RrsetKey(RandomTree.ROOT.name(), RandomTree.ROOT.type());
  private static final Value ZONE = Value.literal("Z35SXDOTRQ7X7K");

  /** Grows trees until one can be expressed. */
  static RandomPolicy grow(Random random) {
    while (true) {
      RandomTree tree = withRealLoadBalancers(RandomTree.grow(random));
      Optional<PolicyDocument> document = document(tree);
      if (document.isPresent()) {
        return new RandomPolicy(tree, document.get());
      }
    }
  }

  /** The document of a tree; empty if there is none. */
  static Optional<PolicyDocument> document(RandomTree tree) {
    RoutingPlan plan = tree.plan();
    try {
      return Optional.of(
          new DocumentMaker(RandomTree.ZONE, plan.groups(), Map.of(), EndpointType::of)
              .make(ROOT)
              .document());
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /**
   * The text of the document.
   *
   * @param healthChecks the IDs of health checks in it
   */
  String json(Function<String, String> healthChecks) {
    DocumentTree json = new DocumentTree(Value::toString, healthChecks, UnaryOperator.identity());
    try {
      return new JsonMapper().writeValueAsString(json.of(document));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tree with load balancers whose names say the region. */
  static RandomTree withRealLoadBalancers(RandomTree tree) {
    HealthState health =
        new HealthState(
            tree.health().unhealthyChecks(),
            tree.health().unhealthyResources().stream()
                .map(RandomPolicy::real)
                .collect(Collectors.toSet()));
    return tree.with(health)
        .map(
            record ->
                record.data() instanceof RecordData.ResourceAlias alias
                    ? new RecordSet(
                        record.key(),
                        record.policy(),
                        new RecordData.ResourceAlias(
                            real(alias.dnsName()), ZONE, alias.evaluateTargetHealth()),
                        record.healthCheck())
                    : record);
  }

  private static Value real(Value balancer) {
    return Value.literal(balancer.toString().replace(".elb.", ".us-east-1.elb."));
  }
}
