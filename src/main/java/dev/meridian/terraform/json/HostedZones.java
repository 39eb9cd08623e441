package dev.meridian.terraform.json;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hosted zones that the files create or look up, and those that the user names. */
final class HostedZones {
  private static final String TYPE = "aws_route53_zone";
  private static final String RECORD = "aws_route53_record";

  /**
   * A hosted zone.
   *
   * @param id null before the zone is created
   * @param address the resource or data source; empty if only the id is known
   */
  record Zone(DnsName name, @Nullable String id, ZoneKind kind, String address) {

    /** The zone's id, or a placeholder before the zone is created. */
    String key() {
      return id == null ? address : id;
    }
  }

  private final Resources resources;
  private final Map<String, DnsName> names;
  private final ZoneKind namedKind;
  private final List<Zone> declared = new ArrayList<>();
  private final Map<String, Zone> byId = new HashMap<>();

  /**
   * @param names hosted zone ID to name, for zones that none of the files contains
   * @param namedKind the kind of those zones, which no file tells
   */
  HostedZones(Resources resources, Map<String, DnsName> names, ZoneKind namedKind) {
    this.resources = resources;
    this.names = names;
    this.namedKind = namedKind;
    for (Resource resource : resources.managed(TYPE)) {
      zone(resource).filter(zone -> !declared.contains(zone)).ifPresent(declared::add);
    }
    for (Resource resource : resources.any(TYPE)) {
      zone(resource).filter(zone -> zone.id() != null).ifPresent(this::add);
    }
  }

  private void add(Zone zone) {
    byId.putIfAbsent(zone.key(), zone);
  }

  /** The zones that the files create, in order. */
  List<Zone> declared() {
    return declared;
  }

  /** The zone that {@code argument}, a zone id in {@code values}, refers to. */
  Optional<Zone> of(Resource from, String id, Expression argument) {
    if (!id.isEmpty()) {
      return byId(plain(id));
    }
    return meant(from, argument)
        .or(() -> resources.meant(from, argument, RECORD).flatMap(this::direct));
  }

  private Optional<Zone> meant(Resource from, Expression argument) {
    return resources.meant(from, argument, TYPE).flatMap(HostedZones::zone);
  }

  /** The zone of a record set whose zone ID comes directly from a zone. */
  private Optional<Zone> direct(Resource record) {
    String id = record.text("zone_id");
    return id.isEmpty() ? meant(record, record.expression("zone_id")) : byId(plain(id));
  }

  /**
   * The zone of a record set: the one that its zone ID refers to or, if a plan does not show that,
   * the only one that it can be in.
   *
   * @param zoneId the argument with the zone's ID
   */
  Optional<Zone> ofRecord(Resource record, String zoneId) {
    Expression argument = record.expression(zoneId);
    Optional<Zone> meant = of(record, record.text(zoneId), argument);
    if (meant.isPresent() || !record.isUnknown(zoneId)) {
      return meant;
    }
    List<Resource> candidates = notCreated(record, argument);
    List<Zone> possible = candidates.stream().flatMap(r -> zone(r).stream()).distinct().toList();
    if (possible.size() < candidates.size()) {
      return Optional.empty(); // the name of one of them is not known either
    }
    if (possible.size() == 1) {
      return Optional.of(possible.get(0));
    }
    List<Zone> containing =
        possible.stream().filter(zone -> isFullName(record.text("name"), zone)).toList();
    return containing.size() == 1 ? Optional.of(containing.get(0)) : Optional.empty();
  }

  /** Whether a zone ID that is known only after apply can be the one of {@code zone}. */
  boolean canBe(Zone zone, Resource from, Expression argument) {
    return notCreated(from, argument).stream().anyMatch(r -> r.address().equals(zone.address()));
  }

  private List<Resource> notCreated(Resource from, Expression argument) {
    return resources.candidates(from, argument, TYPE).stream()
        .filter(zone -> zone.isUnknown("zone_id"))
        .toList();
  }

  private static boolean isFullName(String name, Zone zone) {
    try {
      return !name.isEmpty() && new DnsName(name).isWithin(zone.name());
    } catch (InvalidValue e) {
      return false;
    }
  }

  private Optional<Zone> byId(String id) {
    Optional<Zone> known = Optional.ofNullable(byId.get(id));
    return known.or(
        () -> Optional.ofNullable(names.get(id)).map(name -> new Zone(name, id, namedKind, "")));
  }

  private static Optional<Zone> zone(Resource resource) {
    String id = plain(resource.text("zone_id"));
    try {
      return Optional.of(
          new Zone(
              new DnsName(resource.text("name")),
              id.isEmpty() ? null : id,
              kind(resource),
              id.isEmpty() ? resource.address() : ""));
    } catch (InvalidValue e) {
      return Optional.empty(); // not known yet; its records report that
    }
  }

  /** The name servers that Route 53 assigned to {@code zone}, sorted; empty if not known. */
  List<String> nameServers(Zone zone) {
    return resources.any(TYPE).stream()
        .filter(resource -> zone(resource).filter(zone::equals).isPresent())
        .map(HostedZones::nameServers)
        .filter(servers -> !servers.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> nameServers(Resource resource) {
    List<String> names = new ArrayList<>();
    resource.values().path("name_servers").forEach(server -> names.add(server.asText()));
    names.sort(null);
    return names;
  }

  /** A resource is private if it has VPCs. A data source has a flag. */
  private static ZoneKind kind(Resource resource) {
    boolean isPrivate =
        resource.block("vpc").present() || resource.values().path("private_zone").asBoolean(false);
    return isPrivate ? ZoneKind.PRIVATE : ZoneKind.PUBLIC;
  }

  private static String plain(String id) {
    return id.substring(id.lastIndexOf('/') + 1); // the API writes "/hostedzone/Z…"
  }
}
