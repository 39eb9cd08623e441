package dev.meridian.model;

/**
 * Who can query a hosted zone. This also decides how Route 53 locates a client.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html">
 *     Considerations for private hosted zones</a>
 */
public enum ZoneKind {
  /** All clients on the internet. A client's location is that of its subnet, or of its resolver. */
  PUBLIC,
  /**
   * VPCs that are associated with the zone. A client's location is the Region of its VPC. Such a
   * zone cannot contain aliases to CloudFront.
   */
  PRIVATE
}
