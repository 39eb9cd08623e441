package dev.meridian.terraform.json;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import dev.meridian.trafficpolicy.DocumentReader;
import dev.meridian.trafficpolicy.Expansion;
import dev.meridian.trafficpolicy.PolicyDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code aws_route53_traffic_policy_instance}, with the document of its {@code
 * aws_route53_traffic_policy}.
 *
 * @see <a
 *     href="https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route53_traffic_policy_instance">
 *     aws_route53_traffic_policy_instance</a>
 */
final class TrafficPolicyReader {
  static final String INSTANCE = "aws_route53_traffic_policy_instance";
  private static final String POLICY = "aws_route53_traffic_policy";
  private static final String ID = "traffic_policy_id";
  private static final String VERSION = "traffic_policy_version";
  private static final String ZONE = "hosted_zone_id";

  private final Resources resources;
  private final HostedZones zones;
  private final HealthCheckIds ids;
  private final UnreadResources unread;

  /** Documents by the file and address of their policy; several instances can have one policy. */
  private final Map<String, PolicyDocument> documents = new HashMap<>();

  TrafficPolicyReader(
      Resources resources, HostedZones zones, HealthCheckIds ids, UnreadResources unread) {
    this.resources = resources;
    this.zones = zones;
    this.ids = ids;
    this.unread = unread;
  }

  /** The record sets of an instance; those of its own name first. */
  Optional<RecordSetReader.Found> read(Resource instance) {
    Optional<HostedZones.Zone> zone = zones.ofRecord(instance, ZONE);
    if (zone.isEmpty()) {
      unread.addWithoutZone(instance, ZONE, new UnreadRecord(name(instance), null, true));
      return Optional.empty();
    }
    Resource policy = null;
    try {
      if (instance.isUnknown("name")) {
        throw Attributes.unknown("name");
      }
      DnsName name = new DnsName(instance.text("name"));
      policy = policy(instance);
      PolicyDocument document = document(policy).withHealthChecks(this::healthCheck);
      RrsetKey key = new RrsetKey(name, document.type());
      Expansion expansion = Expansion.of(document, key, zone.get().name(), ttl(instance));
      return Optional.of(new RecordSetReader.Found(zone.get(), expansion.records(), true));
    } catch (InvalidValue e) {
      RecordType type = policy == null ? null : type(policy);
      unread.add(instance, zone.get(), new UnreadRecord(name(instance), type, true), e);
      return Optional.empty();
    }
  }

  private static @Nullable DnsName name(Resource instance) {
    try {
      return instance.isUnknown("name") ? null : new DnsName(instance.text("name"));
    } catch (InvalidValue e) {
      return null;
    }
  }

  private static long ttl(Resource instance) {
    Long ttl = instance.attributes().number("ttl");
    return InvalidValue.required(ttl, "ttl");
  }

  /** The policy in the version that the instance uses. */
  private Resource policy(Resource instance) {
    String id = instance.text(ID);
    Resource policy =
        (id.isEmpty()
                ? resources.meant(instance, instance.expression(ID), POLICY)
                : resources.managed(POLICY).stream()
                    .filter(one -> one.text("id").equals(id))
                    .findFirst())
            .orElseThrow(() -> missing(id));
    checkVersion(instance, policy);
    return policy;
  }

  private static InvalidValue missing(String id) {
    return id.isEmpty()
        ? new InvalidValue(
            "which traffic policy it has is known after apply",
            "read the state after apply instead")
        : new InvalidValue(
            "its traffic policy " + id + " is in none of these files",
            "read the file with the policy too, or the zone with --zone");
  }

  /**
   * A document belongs to one version of a policy. One that Terraform creates has the version 1,
   * and Terraform's own is the latest.
   */
  private void checkVersion(Resource instance, Resource policy) {
    String own = instance.text(VERSION);
    String known = policy.isUnknown("version") ? "1" : policy.text("version");
    boolean same =
        own.isEmpty()
            ? resources
                .meant(instance, instance.expression(VERSION), POLICY)
                .equals(Optional.of(policy))
            : own.equals(known);
    if (own.isEmpty() && !same) {
      throw Attributes.unknown(VERSION);
    }
    if (!same) {
      throw new InvalidValue(
          "it has version "
              + own
              + " of its traffic policy, and only the document of version "
              + known
              + " is in these files",
          "read the zone with --zone");
    }
  }

  private PolicyDocument document(Resource policy) {
    String key = policy.file() + " " + policy.address();
    PolicyDocument known = documents.get(key);
    if (known == null) {
      if (policy.isUnknown("document")) {
        throw new InvalidValue(
            "the document of its traffic policy " + policy.address() + " is known after apply",
            "read the state after apply instead");
      }
      known = DocumentReader.read(policy.text("document"));
      documents.put(key, known);
    }
    return known;
  }

  /** The type of the record sets, if it is known although the document cannot be read. */
  private @Nullable RecordType type(Resource policy) {
    PolicyDocument known = documents.get(policy.file() + " " + policy.address());
    return known == null ? RecordType.find(policy.text("type")).orElse(null) : known.type();
  }

  private String healthCheck(String id) {
    return ids.ofAwsId(id)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "the health check " + id + " in its traffic policy is in none of these files",
                    "read the file with the health check too, or the zone with --zone"));
  }
}
