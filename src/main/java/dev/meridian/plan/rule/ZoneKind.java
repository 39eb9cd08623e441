package dev.meridian.plan.rule;

/** Who can see a hosted zone. */
public enum ZoneKind {
  /** Everybody on the internet. */
  PUBLIC,
  /** The networks it is associated with; it may hold no alias to CloudFront. */
  PRIVATE
}
