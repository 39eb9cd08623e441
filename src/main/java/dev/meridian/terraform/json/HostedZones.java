package dev.meridian.terraform.json;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.ZoneKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hosted zones that are made or looked up in the files, or named from outside. */
final class HostedZones {
  private static final String TYPE = "aws_route53_zone";

  /**
   * A hosted zone.
   *
   * @param id null before the zone is created
   * @param address where it is made or looked up; empty where only its id is known
   */
  record Zone(DnsName name, @Nullable String id, ZoneKind kind, String address) {

    /** The zone's id, or what stands for it before the zone is created. */
    String key() {
      return id == null ? address : id;
    }
  }

  private final Resources resources;
  private final Map<String, DnsName> names;
  private final List<Zone> declared = new ArrayList<>();

  HostedZones(Resources resources, Map<String, DnsName> names) {
    this.resources = resources;
    this.names = names;
    for (Resource resource : resources.managed(TYPE)) {
      zone(resource).filter(zone -> !declared.contains(zone)).ifPresent(declared::add);
    }
  }

  /** The zones the files create, in their order. */
  List<Zone> declared() {
    return declared;
  }

  /** The zone that {@code argument}, a zone id within {@code values}, means. */
  Optional<Zone> of(Resource from, String id, Expression argument) {
    if (!id.isEmpty()) {
      return byId(plain(id));
    }
    return resources.meant(from, argument, TYPE).flatMap(HostedZones::zone);
  }

  private Optional<Zone> byId(String id) {
    Optional<Zone> known =
        resources.any(TYPE).stream()
            .flatMap(resource -> zone(resource).stream())
            .filter(zone -> id.equals(zone.id()))
            .findFirst();
    return known.or(
        () ->
            Optional.ofNullable(names.get(id))
                .map(name -> new Zone(name, id, ZoneKind.PUBLIC, "")));
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
      return Optional.empty(); // not known yet; records of it tell so
    }
  }

  /** A resource is private by the VPCs that it names, a data source says so. */
  private static ZoneKind kind(Resource resource) {
    boolean isPrivate =
        resource.block("vpc").present() || resource.values().path("private_zone").asBoolean(false);
    return isPrivate ? ZoneKind.PRIVATE : ZoneKind.PUBLIC;
  }

  private static String plain(String id) {
    return id.substring(id.lastIndexOf('/') + 1); // "/hostedzone/Z…" is the API's form
  }
}
