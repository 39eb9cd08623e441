package dev.meridian.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointDescription;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointGroup;
import software.amazon.awssdk.services.globalaccelerator.model.IpAddressType;
import software.amazon.awssdk.services.globalaccelerator.model.IpSet;
import software.amazon.awssdk.services.globalaccelerator.model.Listener;

/** Reads accelerators of Global Accelerator with their listeners and endpoint groups. */
public final class LiveAccelerators {
  private static final String IPV4 = "IPv4";

  private LiveAccelerators() {}

  /**
   * An accelerator.
   *
   * @param dnsName the dual-stack name if it has one
   * @param addresses its IPv4 addresses, sorted as text
   */
  public record LiveAccelerator(
      String arn,
      String dnsName,
      boolean enabled,
      boolean dualStack,
      List<String> addresses,
      List<LiveListener> listeners) {
    public LiveAccelerator {
      addresses = addresses.stream().sorted().toList();
      listeners = List.copyOf(listeners);
    }
  }

  /**
   * A listener.
   *
   * @param ports its port ranges, such as {@code 80} and {@code 8000-8010}, in their order
   * @param protocol such as {@code TCP}
   * @param clientAffinity such as {@code SOURCE_IP}
   */
  public record LiveListener(
      List<String> ports, String protocol, String clientAffinity, List<LiveGroup> groups) {
    public LiveListener {
      ports = ports.stream().sorted(Comparator.comparingInt(LiveListener::first)).toList();
      groups = List.copyOf(groups);
    }

    /** Its lowest port. */
    public String firstPort() {
      return Integer.toString(first(ports.get(0)));
    }

    private static int first(String range) {
      return Integer.parseInt(range.replaceFirst("-.*", ""));
    }
  }

  /**
   * An endpoint group.
   *
   * @param dial in percent
   */
  public record LiveGroup(String region, float dial, List<LiveEndpoint> endpoints) {
    public LiveGroup {
      endpoints = List.copyOf(endpoints);
    }
  }

  /**
   * An endpoint of a group.
   *
   * @param id the ARN of a load balancer, or the ID of something else
   */
  public record LiveEndpoint(String id, int weight, boolean clientIpPreservation) {}

  /** The accelerator with that name, or empty if there is none. */
  public static Optional<LiveAccelerator> named(String name, AwsAccess access)
      throws AwsReadException {
    try (GlobalAcceleratorClient client = access.globalAccelerator()) {
      return AwsReadException.reading(
          "the accelerator " + name,
          () ->
              client.listAcceleratorsPaginator().accelerators().stream()
                  .filter(one -> name.equals(one.name()))
                  .findFirst()
                  .map(
                      one -> {
                        boolean dual = one.ipAddressType() == IpAddressType.DUAL_STACK;
                        return new LiveAccelerator(
                            one.acceleratorArn(),
                            dual ? one.dualStackDnsName() : one.dnsName(),
                            one.enabled(),
                            dual,
                            one.ipSets().stream()
                                .filter(set -> IPV4.equals(set.ipAddressFamilyAsString()))
                                .map(IpSet::ipAddresses)
                                .flatMap(List::stream)
                                .toList(),
                            listeners(client, one.acceleratorArn()));
                      }));
    }
  }

  private static List<LiveListener> listeners(GlobalAcceleratorClient client, String arn) {
    return client
        .listListenersPaginator(request -> request.acceleratorArn(arn))
        .listeners()
        .stream()
        .map(listener -> listener(client, listener))
        .toList();
  }

  private static LiveListener listener(GlobalAcceleratorClient client, Listener listener) {
    return new LiveListener(
        listener.portRanges().stream()
            .map(
                range ->
                    range.fromPort().equals(range.toPort())
                        ? range.fromPort().toString()
                        : range.fromPort() + "-" + range.toPort())
            .toList(),
        listener.protocolAsString(),
        listener.clientAffinityAsString(),
        client
            .listEndpointGroupsPaginator(request -> request.listenerArn(listener.listenerArn()))
            .endpointGroups()
            .stream()
            .map(LiveAccelerators::group)
            .toList());
  }

  private static LiveGroup group(EndpointGroup group) {
    return new LiveGroup(
        group.endpointGroupRegion(),
        group.trafficDialPercentage(),
        group.endpointDescriptions().stream().map(LiveAccelerators::endpoint).toList());
  }

  private static LiveEndpoint endpoint(EndpointDescription endpoint) {
    return new LiveEndpoint(
        endpoint.endpointId(),
        endpoint.weight(),
        Boolean.TRUE.equals(endpoint.clientIPPreservationEnabled()));
  }
}
