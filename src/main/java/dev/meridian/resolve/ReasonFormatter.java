package dev.meridian.resolve;

import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPolicy;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats reasons as text. */
public final class ReasonFormatter {

  private ReasonFormatter() {}

  static void write(Reason reason, int depth, List<String> lines) {
    String indent = "  ".repeat(depth);
    String policy = reason.routingPolicy().map(kind -> " (" + kind.keyword() + ")").orElse("");
    String rules =
        reason.rules().stream()
            .map(rule -> rule.explanation() + " [" + rule.code() + "]")
            .collect(Collectors.joining("; "));
    lines.add(indent + reason.subject() + policy + ": " + rules);
    for (ChosenRecord choice : reason.chosen()) {
      lines.add(indent + "  " + choice.share() + " " + label(choice.record()) + toward(choice));
      choice.behind().ifPresent(next -> write(next, depth + 2, lines));
    }
    reason.rejected().forEach(record -> lines.add(indent + "  not " + record.text()));
    reason.tie().ifPresent(tie -> lines.add(indent + "  " + tie.text()));
  }

  /** The name that distinguishes a record set from the others of its group. */
  public static String label(RecordSet record) {
    return record.key().identifier().orElseGet(() -> record.name().text());
  }

  private static String toward(ChosenRecord choice) {
    return choice
        .record()
        .data()
        .accept(
            new RecordData.Cases<String>() {
              @Override
              public String values(RecordData.Values answer) {
                return " = " + answer.values() + ", TTL " + answer.ttl();
              }

              @Override
              public String recordAlias(RecordData.RecordAlias answer) {
                return " -> " + answer.target();
              }

              @Override
              public String resourceAlias(RecordData.ResourceAlias answer) {
                return " -> " + answer.dnsName();
              }
            });
  }

  /** {@code cause} with the details of this record set's target and policy. */
  static String detail(RecordSet record, String cause) {
    String about = setting(record.policy());
    return cause + record.data().accept(new Target()) + (about.isEmpty() ? "" : ", " + about);
  }

  /** The part of a policy that decides about clients or a share, such as {@code weight 50}. */
  public static String setting(RoutingPolicy policy) {
    return policy.accept(new About());
  }

  /** The target of an alias record. */
  private static final class Target implements RecordData.Cases<String> {
    @Override
    public String values(RecordData.Values answer) {
      return "";
    }

    @Override
    public String recordAlias(RecordData.RecordAlias answer) {
      return " (behind it: " + answer.target() + ")";
    }

    @Override
    public String resourceAlias(RecordData.ResourceAlias answer) {
      return " (" + answer.dnsName() + ")";
    }
  }

  /** The part of a policy that decides about the record set's clients or share. */
  private static final class About implements RoutingPolicy.Cases<String> {
    @Override
    public String simple(RoutingPolicy.Simple policy) {
      return "";
    }

    @Override
    public String weighted(RoutingPolicy.Weighted policy) {
      return "weight " + policy.weight();
    }

    @Override
    public String latency(RoutingPolicy.Latency policy) {
      return "Region " + policy.region();
    }

    @Override
    public String geolocation(RoutingPolicy.Geolocation policy) {
      return "for " + policy.location().label();
    }

    @Override
    public String geoproximity(RoutingPolicy.Geoproximity policy) {
      return "at " + policy.location().code() + " with bias " + policy.bias();
    }

    @Override
    public String failover(RoutingPolicy.Failover policy) {
      return policy.role().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String multivalue(RoutingPolicy.Multivalue policy) {
      return "";
    }

    @Override
    public String ipBased(RoutingPolicy.IpBased policy) {
      return "for " + (policy.location().equals("*") ? "everybody else" : policy.location());
    }

    @Override
    public String azAffinity(RoutingPolicy.AzAffinity policy) {
      return "for " + policy.location().code();
    }
  }
}
