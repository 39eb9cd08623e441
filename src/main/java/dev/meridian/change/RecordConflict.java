package dev.meridian.change;

import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPolicy;
import java.util.Optional;

/**
 * Why Route 53 refuses to write a record set while another one exists.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html">API
 *     ResourceRecordSet</a>
 */
enum RecordConflict {
  SAME_KEY(
      "the record set exists already, and Terraform creates it without allow_overwrite",
      "add a moved block, so that Terraform keeps the record set under its new address"),
  CNAME(
      "a name with a CNAME record has no other record sets",
      "change the type of the existing resource, because Terraform does that in one batch"),
  POLICY(
      "all record sets of one name and type have the same routing policy",
      "create the records with the other policy under another name, and move an alias there"),
  WEIGHTED_TTL(
      "all weighted record sets of one name and type have the same TTL, and Terraform changes one"
          + " at a time",
      "change the TTL of all of them in one batch first (aws route53 change-resource-record-sets)"),
  SLOT(
      "only one record set of a name and type can have this location, region, or failover role",
      "add a moved block, so that Terraform changes the existing record set in place"),
  TRAFFIC_POLICY(
      "a name and type that a traffic policy instance answers for has no other record sets",
      "delete the old ones in a first apply, or use a new name and move an alias there"),
  COLLECTION(
      "all IP-based record sets of one name and type use the same CIDR collection",
      "add the locations to the collection that they use");

  private final String reason;
  private final String fix;

  RecordConflict(String reason, String fix) {
    this.reason = reason;
    this.fix = fix;
  }

  /** A clause. */
  String reason() {
    return reason;
  }

  /** A clause in the imperative. */
  String fix() {
    return fix;
  }

  /**
   * Why {@code written} cannot be written while {@code there} exists.
   *
   * @param overwrites whether an existing record set is replaced
   */
  static Optional<RecordConflict> between(RecordSet written, RecordSet there, boolean overwrites) {
    if (!written.name().equals(there.name())) {
      return Optional.empty();
    }
    if (written.type() != there.type()) {
      boolean cname = written.type() == RecordType.CNAME || there.type() == RecordType.CNAME;
      return cname ? Optional.of(CNAME) : Optional.empty();
    }
    if (written.key().equals(there.key())) {
      return overwrites ? Optional.empty() : Optional.of(SAME_KEY);
    }
    if (written.policy().kind() != there.policy().kind()) {
      return Optional.of(POLICY);
    }
    return ofOneKind(written, there);
  }

  private static Optional<RecordConflict> ofOneKind(RecordSet written, RecordSet there) {
    RoutingPolicy one = written.policy();
    RoutingPolicy other = there.policy();
    if (one.kind() == PolicyKind.WEIGHTED) {
      return written.data() instanceof RecordData.Values mine
              && there.data() instanceof RecordData.Values others
              && mine.ttl() != others.ttl()
          ? Optional.of(WEIGHTED_TTL)
          : Optional.empty();
    }
    if (one instanceof RoutingPolicy.Geoproximity near
        && other instanceof RoutingPolicy.Geoproximity far) {
      return near.location().equals(far.location()) ? Optional.of(SLOT) : Optional.empty();
    }
    if (one instanceof RoutingPolicy.IpBased mine
        && other instanceof RoutingPolicy.IpBased others
        && !mine.collection().equals(others.collection())) {
      return Optional.of(COLLECTION);
    }
    return written.slot().equals(there.slot()) ? Optional.of(SLOT) : Optional.empty();
  }
}
