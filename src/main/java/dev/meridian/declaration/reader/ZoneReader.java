package dev.meridian.declaration.reader;

import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code zone}: a name, or a mapping that says how an existing zone is found. */
final class ZoneReader {
  /**
   * The API says no more of an id than that it has at most 32 characters (ResourceId). Route 53's
   * own begin with a Z; those of moto and LocalStack need not.
   */
  private static final Pattern ID = Pattern.compile("[A-Z0-9]{1,32}");

  private ZoneReader() {}

  static Optional<ZoneDeclaration> read(YamlNode zone) {
    if (!zone.isMapping()) {
      return name(zone)
          .filter(n -> canBeCreated(zone, n))
          .map(n -> new ZoneDeclaration(n, new Adoption.Created(), ZoneKind.PUBLIC, zone.at()));
    }
    return zone.section(AllowedKeys.ZONE).flatMap(section -> read(zone, section));
  }

  private static Optional<ZoneDeclaration> read(YamlNode zone, YamlMapping section) {
    Optional<YamlNode> written = section.require("name", "example.com");
    Adoption adoption = adoption(section);
    ZoneKind kind = kind(section, adoption);
    return written
        .flatMap(ZoneReader::name)
        .filter(
            n ->
                !(adoption instanceof Adoption.Created)
                    || kind == ZoneKind.PRIVATE // which is reported
                    || canBeCreated(written.get(), n))
        .map(n -> new ZoneDeclaration(n, adoption, kind, zone.at()));
  }

  private static Adoption adoption(YamlMapping section) {
    boolean existing = section.flag("existing", section.has("id"));
    Optional<YamlNode> id = section.get("id");
    if (id.isPresent() && !existing) {
      id.get().problem("a zone with an id exists already", "remove existing: false, or the id");
    }
    return id.flatMap(ZoneReader::id)
        .<Adoption>map(Adoption.ById::new)
        .orElseGet(() -> existing ? new Adoption.ByName() : new Adoption.Created());
  }

  private static ZoneKind kind(YamlMapping section, Adoption adoption) {
    if (!section.flag("private", false)) {
      return ZoneKind.PUBLIC;
    }
    if (adoption instanceof Adoption.Created) {
      section
          .get("private")
          .orElseThrow()
          .problem(
              "Meridian creates no private hosted zones",
              "create the zone, and write its id, or existing: true");
    }
    return ZoneKind.PRIVATE;
  }

  /** The id of a hosted zone, or empty after a problem. */
  static Optional<String> id(YamlNode value) {
    Optional<String> id = value.text();
    if (id.isEmpty() || ID.matcher(id.get()).matches()) {
      return id;
    }
    return value.refuse(
        "\"" + id.get() + "\" is not the id of a hosted zone",
        id.get().startsWith("/hostedzone/")
            ? "drop /hostedzone/"
            : "write an id such as Z0123456789ABCDEFGHIJ");
  }

  private static Optional<DnsName> name(YamlNode value) {
    Optional<DnsName> name = value.text().flatMap(n -> value.make(() -> new DnsName(n)));
    return name.isPresent() && name.get().text().contains("*")
        ? value.refuse("a zone's name has no *", "name the domain, such as example.com")
        : name;
  }

  /**
   * API CreateHostedZone: no public hosted zone for a top-level domain. Private zones with one
   * label, such as {@code internal}, exist.
   */
  private static boolean canBeCreated(YamlNode value, DnsName name) {
    boolean possible = name.parent().isPresent();
    if (!possible) {
      value.problem(
          "Route 53 creates no public hosted zone for a top-level domain",
          "name a domain below it, such as example."
              + name.text()
              + "; for a private zone that exists, write its id too");
    }
    return possible;
  }
}
