package dev.meridian.declaration.reader;

import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.declaration.value.IpAddressReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code zone}: a name, or a mapping that says how to find an existing zone. */
final class ZoneReader {
  /**
   * The API's only rule for an ID is a maximum of 32 characters (ResourceId). The IDs of Route 53
   * begin with a Z; those of moto and LocalStack don't have to.
   */
  private static final Pattern ID = Pattern.compile("[A-Z0-9]{1,32}");

  private ZoneReader() {}

  static Optional<ZoneDeclaration> read(YamlNode zone) {
    if (!zone.isMapping()) {
      return name(zone)
          .filter(n -> canBeCreated(zone, n))
          .map(n -> new ZoneDeclaration(n, new Adoption.Created(), ZoneKind.PUBLIC, zone.at()));
    }
    return zone.mapping(AllowedKeys.ZONE).flatMap(mapping -> read(zone, mapping));
  }

  /** Reads the private zone next to a public one: its name, or how to find an existing one. */
  static Optional<ZoneDeclaration> readPrivate(YamlNode zone) {
    if (!zone.isMapping()) {
      return name(zone)
          .map(n -> new ZoneDeclaration(n, new Adoption.Created(), ZoneKind.PRIVATE, zone.at()));
    }
    Optional<YamlMapping> mapping = zone.mapping(AllowedKeys.PRIVATE_ZONE);
    Optional<Adoption> adoption = mapping.map(ZoneReader::adoption);
    return mapping
        .flatMap(found -> found.require("name", "internal.example.com"))
        .flatMap(ZoneReader::name)
        .flatMap(n -> adoption.map(a -> new ZoneDeclaration(n, a, ZoneKind.PRIVATE, zone.at())));
  }

  private static Optional<ZoneDeclaration> read(YamlNode zone, YamlMapping mapping) {
    Optional<YamlNode> written = mapping.require("name", "example.com");
    Adoption adoption = adoption(mapping);
    ZoneKind kind = kind(mapping, adoption);
    return written
        .flatMap(ZoneReader::name)
        .filter(
            n ->
                !(adoption instanceof Adoption.Created)
                    || kind == ZoneKind.PRIVATE // which is reported
                    || canBeCreated(written.get(), n))
        .map(n -> new ZoneDeclaration(n, adoption, kind, zone.at()));
  }

  private static Adoption adoption(YamlMapping mapping) {
    boolean existing = mapping.flag("existing", mapping.has("id"));
    Optional<YamlNode> id = mapping.get("id");
    if (id.isPresent() && !existing) {
      id.get().report("a zone with an id already exists", "remove existing: false, or the id");
    }
    return id.flatMap(ZoneReader::id)
        .<Adoption>map(Adoption.ById::new)
        .orElseGet(() -> existing ? new Adoption.ByName() : new Adoption.Created());
  }

  private static ZoneKind kind(YamlMapping mapping, Adoption adoption) {
    if (!mapping.flag("private", false)) {
      return ZoneKind.PUBLIC;
    }
    if (adoption instanceof Adoption.Created) {
      mapping
          .get("private")
          .orElseThrow()
          .report(
              "this key is for a private hosted zone that exists",
              "write its id, or existing: true; to create one, write the key private at the top"
                  + " level instead");
    }
    return ZoneKind.PRIVATE;
  }

  /** The ID of a hosted zone, or empty after a problem. */
  static Optional<String> id(YamlNode value) {
    Optional<String> id = value.text();
    if (id.isEmpty() || ID.matcher(id.get()).matches()) {
      return id;
    }
    return value.refuse(
        "\"" + id.get() + "\" is not the id of a hosted zone",
        id.get().startsWith("/hostedzone/")
            ? "remove /hostedzone/"
            : "write an id such as Z0123456789ABCDEFGHIJ");
  }

  private static Optional<DnsName> name(YamlNode value) {
    Optional<String> text = value.text();
    if (text.filter(IpAddressReader::isAddress).isPresent()) {
      return value.refuse(
          text.get() + " is an address, not a domain name", "name the domain, such as example.com");
    }
    Optional<DnsName> name = text.flatMap(n -> value.make(() -> new DnsName(n)));
    return name.isPresent() && name.get().text().contains("*")
        ? value.refuse("a zone's name cannot contain *", "name the domain, such as example.com")
        : name;
  }

  /**
   * Route 53 does not create public hosted zones for top-level domains (API CreateHostedZone).
   * Private zones with one label, such as {@code internal}, exist.
   */
  private static boolean canBeCreated(YamlNode value, DnsName name) {
    boolean possible = name.parent().isPresent();
    if (!possible) {
      value.report(
          "Route 53 does not create public hosted zones for top-level domains",
          "name a domain below it, such as example."
              + name.text()
              + "; for an existing private zone, also write its id");
    }
    return possible;
  }
}
