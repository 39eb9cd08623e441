package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LivePeering;
import dev.meridian.aws.LivePeering.Connection;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Site;
import dev.meridian.stacks.Tags;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Compares the peering connection between two regions of a private zone, and its routes.
 *
 * @param vpcs the IDs of the regions' VPCs
 */
record PeeringComparison(
    Deployment deployment, SortedMap<String, String> vpcs, FieldComparison comparison) {
  private static final String DNS = "DNS resolution of ";

  /** A public and a private one. */
  private static final int ROUTE_TABLES = 2;

  /** How many connections a private zone declares: one between every two regions. */
  static int count(Deployment deployment) {
    int regions = deployment.regions().size();
    return deployment.privateZone().filter(zone -> zone.peering()).isPresent()
        ? regions * (regions - 1) / 2
        : 0;
  }

  /** The codes are in declared order, because the first region requests the connection. */
  void compare(String requester, String accepter, AwsAccess access) throws AwsReadException {
    String subject = "peering " + requester + " to " + accepter;
    Optional<Connection> found = between(requester, accepter, requester, access);
    if (found.isEmpty()) {
      comparison.missing(subject);
      return;
    }
    Connection connection = found.get();
    comparison.expect(subject, "status", "active", connection.status());
    comparison.expect(subject, DNS + requester, true, connection.requesterDns());
    // EC2 shows the options of the accepter only in its region.
    boolean accepterDns =
        between(requester, accepter, accepter, access).filter(Connection::accepterDns).isPresent();
    comparison.expect(subject, DNS + accepter, true, accepterDns);
    routes(requester, accepter, connection.id(), access);
    routes(accepter, requester, connection.id(), access);
  }

  private Optional<Connection> between(
      String requester, String accepter, String region, AwsAccess access) throws AwsReadException {
    return LivePeering.in(region, access).stream()
        .filter(one -> one.requester().equals(vpcs.get(requester)))
        .filter(one -> one.accepter().equals(vpcs.get(accepter)))
        .findFirst();
  }

  private void routes(String from, String to, String connection, AwsAccess access)
      throws AwsReadException {
    Site.Network other = deployment.region(to).orElseThrow().site().network();
    if (!(other instanceof Site.Network.Created network)) {
      throw new IllegalStateException(to + " has an existing network, which is not peered");
    }
    List<LivePeering.Table> tables =
        LivePeering.routeTables(from, vpcs.getOrDefault(from, ""), Tags.owner(deployment), access);
    comparison.expect("network " + from, "route tables", ROUTE_TABLES, tables.size());
    for (LivePeering.Table table : tables) {
      comparison.expect(
          "route from " + from + " to " + to + " in " + table.id(),
          "target",
          connection,
          table.targets().getOrDefault(network.cidr(), Difference.ABSENT));
    }
  }
}
