package dev.meridian.resolve;

import dev.meridian.model.GeoLocation;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy;
import java.util.ArrayList;
import java.util.List;

/** Names the rules that a selection followed, the decisive one first. */
final class Rules {
  private final Selection selection;
  private final Evaluation evaluation;
  private final List<Rule> rules = new ArrayList<>(3);

  private Rules(Selection selection, Evaluation evaluation) {
    this.selection = selection;
    this.evaluation = evaluation;
  }

  static List<Rule> of(Selection selection, Evaluation evaluation) {
    Rules rules = new Rules(selection, evaluation);
    rules.name();
    return rules.rules;
  }

  /** The position of the first record at or after {@code from} that answers. */
  static int answering(Selection selection, int from) {
    int i = from;
    while (selection.weights()[i] == 0) {
      i++;
    }
    return i;
  }

  private void name() {
    Runnable policy = // an expression, so that a missing policy does not compile
        switch (selection.group().kind) {
          case SIMPLE -> () -> rules.add(Rule.SIMPLE);
          case WEIGHTED -> this::weighted;
          case FAILOVER -> () -> rules.add(Rule.FAILOVER);
          case LATENCY -> this::latency;
          case GEOLOCATION -> this::geolocation;
          case GEOPROXIMITY -> this::geoproximity;
          case MULTIVALUE -> this::multivalue;
          case IP_BASED -> this::ipBased;
          case AZ_AFFINITY -> this::azAffinity;
        };
    policy.run();
    if (!selection.lastResort() && selection.total() > 0 && branchLeft()) {
      rules.add(Rule.TREE_BACKTRACK);
    }
    if (selection.lastResort() && !isSilent()) {
      rules.add(Rule.LAST_RESORT);
    }
  }

  /** Health does not matter if no record answers, or if the only record always does. */
  private boolean isSilent() {
    return selection.total() == 0 || selection.group().kind == PolicyKind.SIMPLE;
  }

  private boolean branchLeft() {
    boolean first = !selection.isTogether() && selection.group().kind != PolicyKind.WEIGHTED;
    int until = first ? answering(selection, 0) : selection.applicable().length;
    for (int i = 0; i < until; i++) {
      IndexedRecord member = selection.applicable()[i];
      if (selection.weights()[i] == 0 && member.isRecordAlias() && !evaluation.healthy(member)) {
        return true;
      }
    }
    return false;
  }

  private void weighted() {
    int first = answering(selection, 0);
    if (selection.group().isWeightless()) {
      rules.add(Rule.WEIGHT_ALL_ZERO);
    } else if (selection.applicable()[first].weight == 0) {
      rules.add(Rule.WEIGHT_ZERO_BACKUP);
    } else {
      rules.add(Rule.WEIGHT_SHARE);
    }
    if (!selection.lastResort() && someUnhealthy()) {
      rules.add(Rule.WEIGHT_UNHEALTHY_REMOVED);
    }
  }

  private boolean someUnhealthy() {
    for (IndexedRecord member : selection.applicable()) {
      if (!evaluation.healthy(member)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the records before the one that answers are all unhealthy ones. */
  private boolean steppedDown() {
    return answering(selection, 0) > 0;
  }

  private IndexedRecord winner() {
    return selection.applicable()[answering(selection, 0)];
  }

  private void latency() {
    rules.add(evaluation.order().takesBeijing(winner()) ? Rule.LATENCY_CN_NORTH_1 : Rule.LATENCY);
    if (steppedDown()) {
      rules.add(Rule.LATENCY_NEXT_BEST);
    }
  }

  private void geolocation() {
    if (selection.total() == 0) {
      rules.add(Rule.GEO_NO_ANSWER);
    } else if (selection.lastResort()) {
      rules.add(Rule.GEO_ALL_UNHEALTHY);
    } else if (steppedDown()) {
      rules.add(Rule.GEO_UPWARD);
    } else {
      rules.add(isDefault(winner()) ? Rule.GEO_DEFAULT : Rule.GEO_SMALLEST);
    }
  }

  private static boolean isDefault(IndexedRecord member) {
    RoutingPolicy policy = member.record.policy();
    return (policy instanceof RoutingPolicy.Geolocation geo
            && geo.location() instanceof GeoLocation.Default)
        || (policy instanceof RoutingPolicy.IpBased ip
            && ip.location().equals(RoutingPolicy.IpBased.DEFAULT));
  }

  private void geoproximity() {
    rules.add(Rule.GEOPROX);
    for (IndexedRecord member : selection.applicable()) {
      if (member.record.policy() instanceof RoutingPolicy.Geoproximity p && p.bias() != 0) {
        rules.add(Rule.GEOPROX_BIAS);
        break;
      }
    }
    if (steppedDown()) {
      rules.add(Rule.GEOPROX_HEALTH);
    }
  }

  private void multivalue() {
    rules.add(
        selection.lastResort()
            ? Rule.MULTIVALUE_ALL_UNHEALTHY
            : selection.total() > Selection.MULTIVALUE_MOST ? Rule.MULTIVALUE_8 : Rule.MULTIVALUE);
  }

  private void azAffinity() {
    boolean isUnknown = evaluation.order().client.zone() == null;
    if (isUnknown) {
      rules.add(Rule.AZ_UNKNOWN);
    }
    if (selection.total() == 0) {
      rules.add(Rule.AZ_NO_ANSWER);
    } else if (selection.lastResort()) {
      rules.add(Rule.AZ_ALL_UNHEALTHY);
    } else if (!isUnknown) {
      rules.add(Rule.AZ_ORDER);
    }
  }

  private void ipBased() {
    if (selection.total() == 0) {
      rules.add(Rule.CIDR_NO_ANSWER);
      return;
    }
    rules.add(isDefault(winner()) ? Rule.CIDR_DEFAULT : Rule.CIDR_MATCH);
    if (selection.applicable().length > 1 && !isDefault(selection.applicable()[1])) {
      rules.add(Rule.CIDR_LONGEST_PREFIX);
    }
  }
}
