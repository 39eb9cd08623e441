package dev.meridian.drill;

import dev.meridian.resolve.analysis.ClientLocation;

/**
 * A place whose clients share a resolver.
 *
 * @param location where they are
 * @param share of all people, 0..1, who are located like this place
 */
public record Place(ClientLocation location, double share) {

  /** Such as {@code DE}. */
  public String label() {
    return location.label();
  }
}
