package dev.meridian.aws;

import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;

/** Reads the Auto Scaling groups of a region. */
public final class LiveServers {
  private LiveServers() {}

  /** A group, its size limits, and its servers. */
  public record Group(
      String name,
      int desired,
      int least,
      int most,
      List<String> targetGroups,
      List<Server> servers) {}

  /**
   * A server.
   *
   * @param state such as {@code InService} or {@code Pending}
   * @param health {@code Healthy} or {@code Unhealthy}, as the group sees it
   */
  public record Server(String id, String type, String zone, String state, String health) {}

  /** All groups of {@code region}, sorted by name. */
  public static List<Group> in(String region, AwsAccess access) throws AwsReadException {
    try (AutoScalingClient client = access.autoScaling(region)) {
      return AwsReadException.reading(
          "the servers of " + region,
          () ->
              client.describeAutoScalingGroupsPaginator().autoScalingGroups().stream()
                  .map(LiveServers::group)
                  .sorted(Comparator.comparing(Group::name))
                  .toList());
    }
  }

  private static Group group(AutoScalingGroup group) {
    return new Group(
        group.autoScalingGroupName(),
        group.desiredCapacity(),
        group.minSize(),
        group.maxSize(),
        List.copyOf(group.targetGroupARNs()),
        group.instances().stream()
            .map(
                one ->
                    new Server(
                        one.instanceId(),
                        String.valueOf(one.instanceType()),
                        one.availabilityZone(),
                        one.lifecycleStateAsString(),
                        one.healthStatus()))
            .toList());
  }
}
