package dev.meridian.operate;

import dev.meridian.aws.ListedZone;
import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.diagnostic.InvalidDeclaration;
import dev.meridian.model.ZoneKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How to find the hosted zone in AWS: by its id if that is declared, or else by its name. */
public record ZoneReference(ZoneDeclaration zone) implements Adoption.Cases<String> {

  /** The ID or the name. */
  public static String of(ZoneDeclaration zone) {
    return zone.adoption().accept(new ZoneReference(zone));
  }

  /**
   * The zone among {@code found}; of several with one name, the one of the declared kind. Empty if
   * there is none.
   *
   * @param nameOrId what {@code found} was searched by
   * @throws InvalidDeclaration if several zones have the name and the kind
   */
  public static Optional<ListedZone> only(
      List<ListedZone> found, String nameOrId, ZoneDeclaration declared) {
    List<ListedZone> meant =
        found.stream()
            .filter(zone -> zone.id().equals(nameOrId) || zone.kind() == declared.kind())
            .toList();
    if (meant.size() > 1) {
      String kind = declared.kind().name().toLowerCase(Locale.ROOT);
      String ids = meant.stream().map(ListedZone::id).collect(Collectors.joining(", "));
      throw new InvalidDeclaration(
          List.of(
              new Diagnostic(
                  declared.at(),
                  "zone",
                  "the account has several "
                      + kind
                      + " zones named "
                      + declared.name()
                      + ": "
                      + ids,
                  fix(declared, meant.get(0).id()))));
    }
    return meant.stream().findFirst();
  }

  private static String fix(ZoneDeclaration declared, String id) {
    return declared.adoption() instanceof Adoption.Created
        ? "let Meridian read the state of the DNS stack, which has the ID of the zone"
        : "give the ID of the zone, such as zone: {name: "
            + declared.name()
            + ", id: "
            + id
            + (declared.kind() == ZoneKind.PRIVATE ? ", private: true" : "")
            + "}";
  }

  @Override
  public String created(Adoption.Created adoption) {
    return zone.name().text();
  }

  @Override
  public String byId(Adoption.ById adoption) {
    return adoption.zoneId();
  }

  @Override
  public String byName(Adoption.ByName adoption) {
    return zone.name().text();
  }
}
