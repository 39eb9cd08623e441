package dev.meridian.model;

/**
 * Who may ask a hosted zone, which also decides how Route 53 locates a client.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">
 *     Considerations for private hosted zones</a>
 */
public enum ZoneKind {
  /** Everybody on the internet; a client is located by its subnet, or by its resolver's address. */
  PUBLIC,
  /**
   * Networks that the zone is associated with; a client is where its VPC's Region is. Such a zone
   * may hold no alias to CloudFront.
   */
  PRIVATE
}
