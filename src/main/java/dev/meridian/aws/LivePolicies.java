package dev.meridian.aws;

import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RrsetKey;
import dev.meridian.trafficpolicy.DocumentReader;
import dev.meridian.trafficpolicy.Expansion;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;
import software.amazon.awssdk.services.route53.model.TrafficPolicyInstance;

/**
 * The traffic policy instances of a zone. A listing of the zone shows only their names, types, and
 * IDs, so the documents are read and expanded.
 */
final class LivePolicies {
  private static final String APPLIED = "Applied";

  private final List<Found> found = new ArrayList<>();
  private final SortedSet<RrsetKey> roots = new TreeSet<>();

  /** An instance with its document. */
  private record Found(ResourceRecordSet set, RrsetKey key, long ttl, PolicyDocument document) {}

  /** Reads the instances of {@code sets}. */
  static LivePolicies read(
      Route53Client route53, List<ResourceRecordSet> sets, List<UnsupportedRecord> unread) {
    LivePolicies policies = new LivePolicies();
    for (ResourceRecordSet set : sets) {
      if (set.trafficPolicyInstanceId() != null) {
        try {
          policies.found.add(found(route53, set));
        } catch (Route53Exception e) {
          String why = Objects.requireNonNullElse(e.getMessage(), "no reason");
          report(set, "its traffic policy cannot be read: " + why, unread);
        } catch (InvalidValue e) {
          report(set, e.what(), unread);
        }
      }
    }
    return policies;
  }

  private static Found found(Route53Client route53, ResourceRecordSet set) {
    RrsetKey key = ApiRecordSet.group(set.name(), set.typeAsString());
    TrafficPolicyInstance instance =
        route53
            .getTrafficPolicyInstance(request -> request.id(set.trafficPolicyInstanceId()))
            .trafficPolicyInstance();
    if (!APPLIED.equals(instance.state())) {
      throw new InvalidValue(
          "its traffic policy instance is in the state " + instance.state() + ", not " + APPLIED,
          "wait, or read its message in the console");
    }
    String document =
        route53
            .getTrafficPolicy(
                request ->
                    request.id(instance.trafficPolicyId()).version(instance.trafficPolicyVersion()))
            .trafficPolicy()
            .document();
    return new Found(set, key, instance.ttl(), DocumentReader.read(document));
  }

  /** Route 53's IDs of the health checks in the documents. */
  Set<String> healthChecks() {
    Set<String> used = new HashSet<>();
    found.forEach(one -> used.addAll(one.document().healthChecks()));
    return used;
  }

  /**
   * The record sets of all instances that can be read.
   *
   * @param checks maps Route 53's IDs of health checks to the plan's
   * @param others the other record sets of the zone
   */
  List<RecordSet> records(
      DnsName zone,
      Map<String, String> checks,
      List<RecordSet> others,
      List<UnsupportedRecord> unread) {
    UnaryOperator<String> ids =
        id ->
            InvalidValue.required(
                checks.get(id), "health check " + id + ", which its traffic policy names");
    Set<RrsetKey> taken = new HashSet<>();
    others.forEach(record -> taken.add(record.group()));
    List<RecordSet> records = new ArrayList<>();
    for (Found one : found) {
      try {
        Expansion expansion =
            Expansion.of(one.document().withHealthChecks(ids), one.key(), zone, one.ttl());
        Expansion.requireFree(expansion.records(), taken);
        expansion.records().forEach(record -> taken.add(record.group()));
        records.addAll(expansion.records());
        roots.add(one.key());
      } catch (InvalidValue e) {
        report(one.set(), e.what(), unread);
      }
    }
    return records;
  }

  /** The names and types of the instances whose record sets are known. */
  SortedSet<RrsetKey> roots() {
    return roots;
  }

  private static void report(ResourceRecordSet set, String why, List<UnsupportedRecord> unread) {
    @Nullable RecordKey key;
    try {
      key = new RecordKey(ApiRecordSet.group(set.name(), set.typeAsString()), null);
    } catch (InvalidValue e) {
      key = null;
    }
    unread.add(
        new UnsupportedRecord(
            UnsupportedRecord.Kind.POLICY_INSTANCE,
            set.name() + " " + set.typeAsString(),
            why,
            key));
  }
}
