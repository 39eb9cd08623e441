package dev.meridian.stacks;

import static dev.meridian.stacks.hcl.HclText.literal;
import static dev.meridian.stacks.hcl.HclText.reference;

import com.hashicorp.cdktf.DataResource;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.route53_recoverycontrolconfig_cluster.Route53RecoverycontrolconfigCluster;
import com.hashicorp.cdktf.providers.aws.route53_recoverycontrolconfig_control_panel.Route53RecoverycontrolconfigControlPanel;
import com.hashicorp.cdktf.providers.aws.route53_recoverycontrolconfig_routing_control.Route53RecoverycontrolconfigRoutingControl;
import com.hashicorp.cdktf.providers.aws.route53_recoverycontrolconfig_safety_rule.Route53RecoverycontrolconfigSafetyRule;
import com.hashicorp.cdktf.providers.aws.route53_recoverycontrolconfig_safety_rule.Route53RecoverycontrolconfigSafetyRuleRuleConfig;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.Switches;
import dev.meridian.declaration.output.SwitchOutput;
import dev.meridian.stacks.name.AwsResourceNames;
import dev.meridian.stacks.name.LogicalIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * The cluster, control panel, routing controls, and safety rule of {@code switches}. The provider
 * sends all of their calls to us-west-2. It has no tags for them before 6.0.
 */
record RecoveryControls(Construct stack, Deployment deployment) {
  private static final String CLUSTER = "aws_route53recoverycontrolconfig_cluster.main";
  private static final String PANEL = "aws_route53recoverycontrolconfig_control_panel.main";
  private static final String RULE = "aws_route53recoverycontrolconfig_safety_rule.at-least";

  private static final String CHANGE = "terraform_data.at-least";

  /** The default of the console. Until it has passed, a second change of the regions is refused. */
  private static final int WAIT_MILLISECONDS = 5_000;

  void add() {
    Switches switches = deployment.switches();
    String name = AwsResourceNames.controlPanel(deployment);
    if (switches.existingCluster().isEmpty()) {
      LogicalIds.named(
          "main",
          Route53RecoverycontrolconfigCluster.Builder.create(stack, CLUSTER)
              .name(AwsResourceNames.cluster(deployment))
              .build());
    }
    LogicalIds.named(
        "main",
        Route53RecoverycontrolconfigControlPanel.Builder.create(stack, PANEL)
            .name(name)
            .clusterArn(cluster())
            .build());
    // In the order of the codes: another order would replace the safety rule.
    List<String> regions = switches.regions().stream().sorted().toList();
    regions.forEach(this::control);
    rule(regions);
  }

  private void control(String region) {
    LogicalIds.named(
        region,
        Route53RecoverycontrolconfigRoutingControl.Builder.create(
                stack, Switches.ROUTING_CONTROL + "." + region)
            .name(region)
            .clusterArn(cluster())
            .controlPanelArn(reference(PANEL + ".arn"))
            .build());
  }

  /**
   * The provider cannot change a safety rule: its update fails, and it has no value that forces a
   * replacement. So a change of the rule's name does, which contains everything that can change.
   */
  private void rule(List<String> regions) {
    Switches switches = deployment.switches();
    String name = AwsResourceNames.safetyRule(deployment);
    LogicalIds.named(
        "at-least",
        DataResource.Builder.create(stack, CHANGE).input(Map.of("safety_rule", name)).build());
    LogicalIds.named(
        "at-least",
        Route53RecoverycontrolconfigSafetyRule.Builder.create(stack, RULE)
            .name(name)
            .controlPanelArn(reference(PANEL + ".arn"))
            .assertedControls(regions.stream().map(RecoveryControls::arn).toList())
            .waitPeriodMs(WAIT_MILLISECONDS)
            .ruleConfig(
                Route53RecoverycontrolconfigSafetyRuleRuleConfig.builder()
                    .type("ATLEAST")
                    .threshold(switches.refusedDrains())
                    .inverted(true)
                    .build())
            // The new rule holds before the old one goes.
            .lifecycle(
                TerraformResourceLifecycle.builder()
                    .createBeforeDestroy(true)
                    .replaceTriggeredBy(List.of(CHANGE))
                    .build())
            .build());
  }

  private static String arn(String region) {
    return reference(Switches.ROUTING_CONTROL + "." + region + ".arn");
  }

  private String cluster() {
    return deployment
        .switches()
        .existingCluster()
        .map(arn -> literal(arn))
        .orElse(reference(CLUSTER + ".arn"));
  }

  void outputs(Outputs outputs) {
    for (SwitchOutput output : SwitchOutput.values()) {
      outputs.add(output.id(), output.description(), value(output));
    }
  }

  private Object value(SwitchOutput output) {
    return switch (output) {
      case CLUSTER_ARN -> cluster();
      case CLUSTER_ENDPOINTS ->
          deployment.switches().existingCluster().isPresent()
              ? List.of()
              : reference(
                  "[for one in "
                      + CLUSTER
                      + ".cluster_endpoints : format(\"%s %s\", one.region, one.endpoint)]");
      case CONTROL_PANEL_ARN -> reference(PANEL + ".arn");
      case ROUTING_CONTROL_ARNS -> arns();
    };
  }

  private Map<String, String> arns() {
    Map<String, String> arns = new LinkedHashMap<>();
    deployment.switches().regions().forEach(region -> arns.put(region, arn(region)));
    return arns;
  }
}
