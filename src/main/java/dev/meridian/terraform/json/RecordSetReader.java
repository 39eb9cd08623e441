package dev.meridian.terraform.json;

import dev.meridian.model.ApiRecordSet;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.UnreadRecord;
import dev.meridian.model.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code aws_route53_record}. */
final class RecordSetReader {
  private final Resources resources;
  private final HostedZones zones;
  private final HealthCheckIds ids;
  private final RoutingBlocks policies;
  private final RecordDataReader answers;
  private final UnreadResources unread;
  private final List<HealthCheck> unidentified = new ArrayList<>();

  /** By the list of {@link Resources}, which is the same one for many records. */
  private final IdentityHashMap<List<Resource>, Candidates> candidates = new IdentityHashMap<>();

  /**
   * What a resource writes into a zone.
   *
   * @param records one, or those of a traffic policy instance with those of its own name first
   * @param trafficPolicy whether it is a traffic policy instance
   */
  record Found(HostedZones.Zone zone, List<RecordSet> records, boolean trafficPolicy) {
    Found {
      records = List.copyOf(records);
    }

    RrsetKey group() {
      return records.get(0).group();
    }
  }

  RecordSetReader(
      Resources resources,
      HostedZones zones,
      HealthCheckIds ids,
      CidrCollectionReader cidr,
      UnreadResources unread) {
    this.resources = resources;
    this.zones = zones;
    this.ids = ids;
    this.policies = new RoutingBlocks(cidr);
    this.answers = new RecordDataReader(resources, zones);
    this.unread = unread;
  }

  Optional<Found> read(Resource resource) {
    Optional<HostedZones.Zone> zone = zones.ofRecord(resource, "zone_id");
    if (zone.isEmpty()) {
      unread.addWithoutZone(resource, "zone_id", new UnreadRecord(null, null, isSimple(resource)));
      return Optional.empty();
    }
    try {
      if (resource.isUnknown("name")) {
        throw new InvalidValue("its name is known after apply", "read the state after apply");
      }
      DnsName name = name(resource.text("name"), zone.get().name());
      if (resource.isUnknown("type")) {
        throw new InvalidValue("its type is known after apply", "read the state after apply");
      }
      RrsetKey group = new RrsetKey(name, RecordType.of(resource.text("type")));
      return record(resource, zone.get(), group)
          .map(record -> new Found(zone.get(), List.of(record), false));
    } catch (InvalidValue e) {
      unread.add(resource, zone.get(), described(resource, zone.get()), e);
      return Optional.empty();
    }
  }

  private Optional<RecordSet> record(Resource resource, HostedZones.Zone zone, RrsetKey group) {
    try {
      return Optional.of(made(resource, zone, group));
    } catch (InvalidValue e) {
      unread.add(resource, zone, UnreadRecord.of(group, isSimple(resource)), e);
      return Optional.empty();
    }
  }

  /** The known part of a record set whose name or type is not known. */
  private static UnreadRecord described(Resource resource, HostedZones.Zone zone) {
    DnsName name = null;
    String text = resource.text("type");
    RecordType type = RecordType.find(text).orElse(null);
    try {
      name = resource.isUnknown("name") ? null : name(resource.text("name"), zone.name());
    } catch (InvalidValue e) {
      // Already reported; the name is null.
    }
    if (name != null && type == null && !text.isEmpty()) {
      return UnreadRecord.ofOtherType(name, text, isSimple(resource));
    }
    return new UnreadRecord(name, type, isSimple(resource));
  }

  private static boolean isSimple(Resource resource) {
    return resource.text("set_identifier").isEmpty() && !resource.isUnknown("set_identifier");
  }

  private RecordSet made(Resource resource, HostedZones.Zone zone, RrsetKey group) {
    Attributes attributes = resource.attributes();
    List<@Nullable Value> values = answers.values(resource, group.type());
    return new ApiRecordSet(
            group.name().text(),
            group.type().name(),
            attributes.known("set_identifier"),
            policies.of(resource),
            values == null ? attributes.numberUnlessZero("ttl") : attributes.number("ttl"),
            values,
            answers.alias(resource, zone),
            health(resource),
            null)
        .toRecordSet(zone.key());
  }

  /**
   * The full name, as the provider forms it: it appends the zone to a name that does not end with
   * the zone's text. So {@code fooexample.com} in {@code example.com} stays unchanged.
   */
  static DnsName name(String configured, DnsName zone) {
    String text = configured.toLowerCase(java.util.Locale.ROOT).replace("\\052", "*");
    if (text.endsWith(".")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty()) {
      return zone;
    }
    return text.endsWith(zone.text()) ? new DnsName(text) : zone.child(text);
  }

  /**
   * The health check, or an unidentified one if it is not known whether the target's health counts.
   */
  private @Nullable String health(Resource resource) {
    String check = healthCheck(resource);
    if (RecordDataReader.evaluatesHealth(resource).isPresent()) {
      return check;
    }
    if (check != null) {
      throw Attributes.unknown("evaluate_target_health");
    }
    return unidentified(
        resource,
        "alias[0].evaluate_target_health",
        "whether Route 53 evaluates the health of its alias target");
  }

  private String unidentified(Resource resource, String argument, String what) {
    unread.add(
        resource,
        what + " is known after apply, so its answers are known only while nothing is down",
        "read the state after apply instead");
    String id = resource.address() + "." + argument;
    unidentified.add(new HealthCheck(id, new HealthCheckConfig.Unidentified(), false, false));
    return id;
  }

  private @Nullable String healthCheck(Resource resource) {
    String id = resource.text("health_check_id");
    if (id.isEmpty() && !resource.isUnknown("health_check_id")) {
      return null;
    }
    return id.isEmpty()
        ? notCreated(resource)
        : ids.ofAwsId(id)
            .orElseThrow(
                () ->
                    new InvalidValue(
                        "its health check " + id + " is in none of these files",
                        "read the file with the health check too, or the state after apply"));
  }

  /** The health check that an ID known only after apply belongs to; unidentified if not certain. */
  private String notCreated(Resource resource) {
    Expression argument = resource.expression("health_check_id");
    Optional<Resource> meant = resources.meant(resource, argument, HealthCheckIds.TYPE);
    if (meant.isPresent()) {
      return ids.of(meant.get());
    }
    Candidates possible =
        candidates.computeIfAbsent(
            resources.candidates(resource, argument, HealthCheckIds.TYPE), Candidates::of);
    if (possible.only() != null) {
      return ids.of(possible.only());
    }
    if (possible.mayBeInverted()) {
      throw new InvalidValue(
          "which health check it has is known after apply, and some are inverted",
          "read the state after apply instead");
    }
    return unidentified(resource, "health_check_id", "which health check it has");
  }

  /**
   * The health checks that the plan creates, of those that an argument can refer to.
   *
   * @param only null if there are several, or none
   */
  private record Candidates(@Nullable Resource only, boolean mayBeInverted) {
    static Candidates of(List<Resource> all) {
      List<Resource> created = all.stream().filter(check -> check.isUnknown("id")).toList();
      return new Candidates(
          created.size() == 1 ? created.get(0) : null,
          created.stream().anyMatch(RecordSetReader::mayBeInverted));
    }
  }

  private static boolean mayBeInverted(Resource check) {
    return check.isUnknown("invert_healthcheck")
        || check.values().path("invert_healthcheck").asBoolean(false);
  }

  /** The health checks of the record sets read so far that are not certainly one of the plan's. */
  List<HealthCheck> unidentified() {
    return List.copyOf(unidentified);
  }
}
