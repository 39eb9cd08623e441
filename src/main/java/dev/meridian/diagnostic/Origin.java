package dev.meridian.diagnostic;

/**
 * Where something was declared.
 *
 * @param path the way to it through the document, such as {@code names.api.weighted.eu-west-1}, or
 *     a Terraform address; the root if the whole file is meant
 */
public record Origin(SourceLocation at, KeyPath path) {

  /** The problem {@code what} at this place, and how to fix it. */
  public Diagnostic problem(String what, String fix) {
    return new Diagnostic(at, path, what, fix);
  }

  /** The value of {@code key} below this one; the location stays the same. */
  public Origin below(String key) {
    return new Origin(at, path.key(key));
  }

  /** Such as {@code meridian.yaml:14:5: names.geo.geolocation}. */
  @Override
  public String toString() {
    return path.text().isEmpty() ? at.toString() : at + ": " + path;
  }
}
