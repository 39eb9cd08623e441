package dev.meridian.stacks.region;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;
import static dev.meridian.stacks.name.LogicalIds.named;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.aws.autoscaling_group.AutoscalingGroup;
import com.hashicorp.cdktf.providers.aws.autoscaling_group.AutoscalingGroupInstanceRefresh;
import com.hashicorp.cdktf.providers.aws.autoscaling_group.AutoscalingGroupInstanceRefreshPreferences;
import com.hashicorp.cdktf.providers.aws.autoscaling_group.AutoscalingGroupLaunchTemplate;
import com.hashicorp.cdktf.providers.aws.autoscaling_group.AutoscalingGroupTag;
import com.hashicorp.cdktf.providers.aws.data_aws_ssm_parameter.DataAwsSsmParameter;
import com.hashicorp.cdktf.providers.aws.launch_template.LaunchTemplate;
import com.hashicorp.cdktf.providers.aws.launch_template.LaunchTemplateMetadataOptions;
import dev.meridian.declaration.Site;
import dev.meridian.stacks.hcl.HclText;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * An Auto Scaling group of Amazon Linux 2023 servers that answer the health check's path.
 *
 * @param tags tags for the instances, because the provider's default tags do not apply to them
 */
public record Servers(
    Construct stack, String name, Site site, Network network, SortedMap<String, String> tags) {
  /** Seconds from launch until a server must be healthy. */
  private static final int GRACE = 120;

  /** The percentage of servers that stay while an instance refresh replaces the others. */
  private static final int MIN_HEALTHY = 50;

  /**
   * Builds the group.
   *
   * @param targetGroupArns where its instances are registered
   */
  public AutoscalingGroup build(
      String securityGroupId, List<String> targetGroupArns, List<ITerraformDependable> listeners) {
    image();
    launchTemplate(securityGroupId);
    return named(
        "servers",
        AutoscalingGroup.Builder.create(stack, "aws_autoscaling_group.servers")
            .name(name)
            .minSize(site.servers().count())
            .maxSize(site.servers().count())
            .desiredCapacity(site.servers().count())
            .vpcZoneIdentifier(network.subnetReferences())
            .targetGroupArns(targetGroupArns)
            .healthCheckType("ELB")
            .healthCheckGracePeriod(GRACE)
            .launchTemplate(
                AutoscalingGroupLaunchTemplate.builder()
                    .id(reference("aws_launch_template.servers.id"))
                    .version(reference("aws_launch_template.servers.latest_version"))
                    .build())
            .instanceRefresh(refresh())
            .tag(instanceTags())
            .dependsOn(listeners)
            .build());
  }

  private void image() {
    String processor = isGraviton(site.servers().instanceType()) ? "arm64" : "x86_64";
    named(
        "al2023",
        DataAwsSsmParameter.Builder.create(stack, "data.aws_ssm_parameter.al2023")
            .name("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" + processor)
            .build());
  }

  private void launchTemplate(String securityGroupId) {
    named(
        "servers",
        LaunchTemplate.Builder.create(stack, "aws_launch_template.servers")
            .namePrefix(name + "-")
            .imageId(reference("data.aws_ssm_parameter.al2023.insecure_value"))
            .instanceType(literal(site.servers().instanceType()))
            .vpcSecurityGroupIds(List.of(securityGroupId))
            .updateDefaultVersion(true)
            .metadataOptions(
                LaunchTemplateMetadataOptions.builder()
                    .httpEndpoint("enabled")
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .build())
            .userData(UserData.of(site.targetCheck()))
            .build());
  }

  private static AutoscalingGroupInstanceRefresh refresh() {
    return AutoscalingGroupInstanceRefresh.builder()
        .strategy("Rolling")
        .preferences(
            AutoscalingGroupInstanceRefreshPreferences.builder()
                .minHealthyPercentage(MIN_HEALTHY)
                .build())
        .build();
  }

  private List<AutoscalingGroupTag> instanceTags() {
    SortedMap<String, String> all = new TreeMap<>(tags);
    all.put(HclText.key("Name"), name);
    return all.entrySet().stream().map(Servers::instanceTag).toList();
  }

  private static AutoscalingGroupTag instanceTag(Map.Entry<String, String> tag) {
    return AutoscalingGroupTag.builder()
        .key(tag.getKey())
        .value(tag.getValue())
        .propagateAtLaunch(true)
        .build();
  }

  /**
   * Whether instances of this type have ARM processors: their family ends, after its generation, in
   * a {@code g} and perhaps more letters, such as {@code t4g} or {@code c7gn}; {@code a1} was the
   * first.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html">Instance
   *     type names</a>
   */
  static boolean isGraviton(String instanceType) {
    return instanceType.matches("a1\\..*|[a-z]+[0-9]+g[a-z]*\\..*");
  }
}
