package dev.meridian.declaration;

import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;

/**
 * The hosted zone the names stand in.
 *
 * @param adoption whether Meridian creates it, and how it is found where not
 * @param kind who may ask it; Meridian creates public zones only
 */
public record ZoneDeclaration(DnsName name, Adoption adoption, ZoneKind kind, SourceLocation at) {

  /** Where the zone comes from. */
  public sealed interface Adoption {

    /** Java 17 cannot switch over a sealed type; a case that is missing here does not compile. */
    <R> R accept(Cases<R> cases);

    /** One method an origin. */
    interface Cases<R> {
      R created(Created adoption);

      R byId(ById adoption);

      R byName(ByName adoption);
    }

    /** Made, and at the end destroyed, by the DNS stack. */
    record Created() implements Adoption {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.created(this);
      }
    }

    /** Somebody else's, by its id such as {@code Z0123456789ABCDEFGHIJ}. */
    record ById(String zoneId) implements Adoption {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.byId(this);
      }
    }

    /** Somebody else's, looked up by its name. */
    record ByName() implements Adoption {
      @Override
      public <R> R accept(Cases<R> cases) {
        return cases.byName(this);
      }
    }
  }
}
