package dev.meridian.compile.rule;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Rules for the records of one name and type. */
final class GroupRules {

  private GroupRules() {}

  static void check(List<RecordSet> group, Consumer<Violation> found) {
    RecordSet first = group.get(0);
    identifiers(group, found);
    count(group, found);
    if (samePolicy(first, group, found)) {
      UniqueRoutingKeys.check(group, found);
      if (first.policy().kind() == PolicyKind.WEIGHTED) {
        weightedTtl(group, found);
      }
      if (first.policy().kind() == PolicyKind.FAILOVER) {
        cloudFrontPair(group, found);
      }
    }
  }

  private static void identifiers(List<RecordSet> group, Consumer<Violation> found) {
    Set<String> seen = new HashSet<>();
    for (RecordSet record : group) {
      if (!seen.add(record.key().identifier().orElse(""))) {
        found.accept(
            Violation.rejected(
                new Subject.OfRecord(record.key()),
                "Tried to create resource record set "
                    + described(record)
                    + " but it already exists",
                "give each record of one name and type a set identifier of its own"));
      }
    }
  }

  private static String described(RecordSet record) {
    return "[name='"
        + record.name()
        + "', type='"
        + record.type()
        + "'"
        + record.key().identifier().map(id -> ", set-identifier='" + id + "'").orElse("")
        + "]";
  }

  private static void count(List<RecordSet> group, Consumer<Violation> found) {
    PolicyKind kind = group.get(0).policy().kind();
    // Two simple records, or three failover records, are reported as duplicates instead.
    boolean doubles = kind == PolicyKind.SIMPLE || kind == PolicyKind.FAILOVER;
    if (!doubles && group.size() > kind.maxRecords()) {
      found.accept(
          Violation.rejected(
              new Subject.OfGroup(group.get(0).group()),
              "has "
                  + group.size()
                  + " "
                  + kind.keyword()
                  + " records, more than "
                  + kind.maxRecords(),
              "nest the policy: make some branches policies"));
    }
  }

  private static boolean samePolicy(
      RecordSet first, List<RecordSet> group, Consumer<Violation> found) {
    boolean same = true;
    for (RecordSet record : group) {
      if (record.policy().kind() != first.policy().kind()) {
        same = false;
        found.accept(
            Violation.rejected(
                new Subject.OfRecord(record.key()),
                otherPolicy(first.policy().kind(), record),
                "use the same policy for all records of one name and type, or nest them"));
      }
    }
    return same;
  }

  private static String otherPolicy(PolicyKind first, RecordSet record) {
    PolicyKind kind = record.policy().kind();
    String subject = "RRSet with DNS name " + record.name() + ", type " + record.type();
    if (first == PolicyKind.SIMPLE || kind == PolicyKind.SIMPLE) {
      return subject + " cannot be created as other RRSets exist with the same name and type";
    }
    return subject
        + ", SetIdentifier "
        + record.key().setIdentifier()
        + " cannot be created as a non-"
        + kind.keyword()
        + " set exists with the same name and type";
  }

  /** Only records with a TTL: an alias has the TTL of its target. */
  private static void weightedTtl(List<RecordSet> group, Consumer<Violation> found) {
    Long common = null;
    for (RecordSet record : group) {
      if (record.data() instanceof RecordData.Values values) {
        if (common != null && values.ttl() != common) {
          found.accept(
              Violation.rejected(
                  new Subject.OfRecord(record.key()),
                  "RRSet with DNS name "
                      + record.name()
                      + " and type "
                      + record.type()
                      + ", SetIdentifier "
                      + record.key().setIdentifier()
                      + " cannot be created as weighted sets must contain the same TTL",
                  "give all weighted records of the name the TTL " + common));
        }
        common = common == null ? values.ttl() : common;
      }
    }
  }

  private static void cloudFrontPair(List<RecordSet> group, Consumer<Violation> found) {
    Value cloudFront = Value.literal(RecordData.ResourceAlias.CLOUDFRONT_ZONE_ID);
    boolean all =
        group.size() > 1
            && group.stream()
                .allMatch(
                    record ->
                        record.data() instanceof RecordData.ResourceAlias alias
                            && alias.zoneId().equals(cloudFront));
    if (all) {
      found.accept(
          Violation.rejected(
              new Subject.OfGroup(group.get(0).group()),
              "primary and secondary cannot both be aliases to CloudFront",
              "use CloudFront's origin failover, or another kind of secondary"));
    }
  }
}
