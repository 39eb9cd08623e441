package dev.meridian.aws;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteState;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionStateReasonCode;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Reads VPC peering connections, and the route tables of a VPC. */
public final class LivePeering {
  /** EC2 shows a peering connection for hours after its end. */
  private static final Set<VpcPeeringConnectionStateReasonCode> ENDED =
      EnumSet.of(
          VpcPeeringConnectionStateReasonCode.DELETED,
          VpcPeeringConnectionStateReasonCode.EXPIRED,
          VpcPeeringConnectionStateReasonCode.FAILED,
          VpcPeeringConnectionStateReasonCode.REJECTED);

  private LivePeering() {}

  /**
   * A peering connection that has not ended. Between regions, EC2 shows the options of a side only
   * in its own region.
   *
   * @param status {@code active}, or a state before it
   * @param requesterDns whether host names of the requester resolve to private addresses in the
   *     other VPC
   * @param accepterDns the same for the accepter
   */
  public record Connection(
      String id,
      String requester,
      String accepter,
      String status,
      boolean requesterDns,
      boolean accepterDns) {}

  /**
   * A route table.
   *
   * @param targets where its routes lead by IPv4 block: an ID, with {@code blackhole} if what it
   *     names does not exist
   */
  public record Table(String id, SortedMap<String, String> targets) {}

  /** The peering connections of a region, from either side. */
  public static List<Connection> in(String region, AwsAccess access) throws AwsReadException {
    try (Ec2Client ec2 = access.ec2(region)) {
      return AwsReadException.reading(
          "the VPC peering connections of " + region,
          () ->
              ec2.describeVpcPeeringConnectionsPaginator().vpcPeeringConnections().stream()
                  .filter(one -> !hasEnded(one))
                  .map(LivePeering::connection)
                  .toList());
    }
  }

  /** The route tables of a VPC that have all of {@code tags}. */
  public static List<Table> routeTables(
      String region, String vpc, Map<String, String> tags, AwsAccess access)
      throws AwsReadException {
    List<Filter> filters =
        Stream.concat(
                Stream.of(Filter.builder().name("vpc-id").values(vpc).build()),
                tags.entrySet().stream()
                    .map(
                        tag ->
                            Filter.builder()
                                .name("tag:" + tag.getKey())
                                .values(tag.getValue())
                                .build()))
            .toList();
    try (Ec2Client ec2 = access.ec2(region)) {
      return AwsReadException.reading(
          "the route tables of " + region,
          () ->
              ec2.describeRouteTablesPaginator(r -> r.filters(filters)).routeTables().stream()
                  .map(table -> new Table(table.routeTableId(), targets(table.routes())))
                  .toList());
    }
  }

  static boolean hasEnded(VpcPeeringConnection peering) {
    return peering.status() != null && ENDED.contains(peering.status().code());
  }

  private static Connection connection(VpcPeeringConnection peering) {
    return new Connection(
        peering.vpcPeeringConnectionId(),
        vpc(peering.requesterVpcInfo()),
        vpc(peering.accepterVpcInfo()),
        peering.status() == null ? "not known" : peering.status().codeAsString(),
        resolves(peering.requesterVpcInfo()),
        resolves(peering.accepterVpcInfo()));
  }

  private static String vpc(@Nullable VpcPeeringConnectionVpcInfo side) {
    return side == null ? "" : Objects.requireNonNullElse(side.vpcId(), "");
  }

  private static boolean resolves(@Nullable VpcPeeringConnectionVpcInfo side) {
    return side != null
        && side.peeringOptions() != null
        && Boolean.TRUE.equals(side.peeringOptions().allowDnsResolutionFromRemoteVpc());
  }

  private static SortedMap<String, String> targets(List<Route> routes) {
    SortedMap<String, String> targets = new TreeMap<>();
    for (Route route : routes) {
      if (route.destinationCidrBlock() != null) {
        String target =
            Stream.of(
                    route.vpcPeeringConnectionId(),
                    route.gatewayId(),
                    route.natGatewayId(),
                    route.transitGatewayId(),
                    route.networkInterfaceId())
                .filter(id -> id != null && !id.isEmpty())
                .findFirst()
                .orElse("another target");
        targets.put(
            route.destinationCidrBlock(),
            route.state() == RouteState.BLACKHOLE ? target + " blackhole" : target);
      }
    }
    return targets;
  }
}
