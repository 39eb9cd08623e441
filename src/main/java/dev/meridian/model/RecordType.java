package dev.meridian.model;

/**
 * The record types Route 53 stores.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html">Supported
 *     DNS record types</a>
 */
public enum RecordType {
  A,
  AAAA,
  CAA,
  CNAME,
  DS,
  HTTPS,
  MX,
  NAPTR,
  NS,
  PTR,
  SOA,
  SPF,
  SRV,
  SSHFP,
  SVCB,
  TLSA,
  TXT
}
