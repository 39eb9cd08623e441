package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformElement;
import dev.meridian.compile.EarlierNames;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.name.RecordSpelling;
import dev.meridian.stacks.name.Spelling;
import dev.meridian.stacks.name.TerraformNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.constructs.Construct;

/**
 * The renamed resources of a DNS stack. Terraform allows only one move to an address, and only one
 * from an address, so several earlier addresses of one resource become a chain: from the oldest to
 * the next one, and so on.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/modules/develop/refactoring">
 *     Refactoring, "moved" block syntax</a>
 */
final class Moves {
  private static final String RECORD = "aws_route53_record.";
  private static final String HEALTH_CHECK = "aws_route53_health_check.";
  private static final String ALARM = "aws_cloudwatch_metric_alarm.";

  private final Set<String> used = new HashSet<>();
  private final List<Move> moves = new ArrayList<>();

  /** One {@code moved} block, with addresses such as {@code aws_route53_record.api_blue}. */
  record Move(String from, String to) {}

  private Moves() {}

  /**
   * @param earlier what the record sets and health checks of the plan were called
   * @param alarms whether there is an alarm for each health check
   */
  static List<Move> of(
      RoutingPlan plan, TerraformNames names, EarlierNames earlier, boolean alarms) {
    Moves all = new Moves();
    List<RecordSet> records = plan.withoutPolicyRecords().records();
    records.forEach(set -> all.used.add(RECORD + names.record(set.key())));
    plan.healthChecks().forEach(check -> all.useCheck(names.healthCheck(check.id())));
    records.stream()
        .map(RecordSet::key)
        .forEach(key -> all.add(RECORD, addresses(plan, names, earlier, key), names.record(key)));
    plan.healthChecks()
        .forEach(
            check -> {
              List<String> before =
                  earlier.healthChecks().getOrDefault(check.id(), List.of()).stream()
                      .map(id -> Spelling.ofName(id).identifier())
                      .toList();
              String now = names.healthCheck(check.id());
              all.add(HEALTH_CHECK, before, now);
              if (alarms) {
                all.add(ALARM, before, now);
              }
            });
    return List.copyOf(all.moves);
  }

  private void useCheck(String name) {
    used.add(HEALTH_CHECK + name);
    used.add(ALARM + name);
  }

  private static List<String> addresses(
      RoutingPlan plan, TerraformNames names, EarlierNames earlier, RecordKey key) {
    Set<String> before = new LinkedHashSet<>();
    names.earlierRecord(key).ifPresent(before::add);
    earlier
        .records()
        .getOrDefault(key, List.of())
        .forEach(old -> before.add(RecordSpelling.of(plan.zone(), old).identifier()));
    return List.copyOf(before);
  }

  private void add(String type, List<String> earlier, String now) {
    List<String> chain = new ArrayList<>();
    for (String name : earlier) {
      if (used.add(type + name)) {
        chain.add(type + name);
      }
    }
    chain.add(type + now);
    for (int i = 1; i < chain.size(); i++) {
      moves.add(new Move(chain.get(i - 1), chain.get(i)));
    }
  }

  /**
   * The {@code moved} blocks of a stack, in one element. CDKTF's {@code moveFromId} allows one move
   * to each resource, and costs a call over jsii for each.
   */
  static final class Blocks extends TerraformElement {
    private final List<Move> moves;

    Blocks(Construct scope, List<Move> moves) {
      super(scope, "moved");
      this.moves = moves;
    }

    /** Called by CDKTF when it writes the stack. */
    @Override
    public Object toHclTerraform() {
      return Map.of("moved", moves.stream().map(Blocks::block).toList());
    }

    private static Map<String, Object> block(Move move) {
      Map<String, Object> block = new LinkedHashMap<>(); // in the order of the file
      block.put("from", reference(move.from()));
      block.put("to", reference(move.to()));
      return block;
    }

    private static Map<String, Object> reference(String address) {
      return Map.of(
          "value", address, "isBlock", false, "type", "simple", "storageClassType", "reference");
    }
  }
}
