package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;

/**
 * The hosted zone that contains the names.
 *
 * @param adoption whether Meridian creates the zone or how it finds an existing one
 * @param kind whether the zone is public or private; Meridian creates private zones only next to a
 *     public one, as a {@link PrivateZone}
 */
public record ZoneDeclaration(DnsName name, Adoption adoption, ZoneKind kind, SourceLocation at) {

  /** Where the zone comes from. */
  public sealed interface Adoption {

    /** Calls the method for this type. Java 17 cannot switch over a sealed type. */
    <R> R accept(Cases<R> cases);

    /** One method per origin. */
    interface Cases<R> {
      R created(Created adoption);

      R byId(ById adoption);

      R byName(ByName adoption);
    }

    /** The DNS stack creates the zone, and protects it from being destroyed. */
    record Created() implements Adoption {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.created(this);
      }
    }

    /** An existing zone with an ID such as {@code Z0123456789ABCDEFGHIJ}. */
    record ById(String zoneId) implements Adoption {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.byId(this);
      }
    }

    /** An existing zone, found by its name. */
    record ByName() implements Adoption {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.byName(this);
      }
    }
  }
}
