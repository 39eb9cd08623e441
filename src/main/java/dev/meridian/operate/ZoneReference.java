package dev.meridian.operate;

import dev.meridian.declaration.ZoneDeclaration;
import dev.meridian.declaration.ZoneDeclaration.Adoption;

/** How to find the hosted zone in AWS: by its id if that is declared, or else by its name. */
record ZoneReference(ZoneDeclaration zone) implements Adoption.Cases<String> {

  static String of(ZoneDeclaration zone) {
    return zone.adoption().accept(new ZoneReference(zone));
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
