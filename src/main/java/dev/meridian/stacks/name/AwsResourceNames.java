package dev.meridian.stacks.name;

import dev.meridian.declaration.CidrCollectionDeclaration;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentName;
import dev.meridian.declaration.Switches;
import java.util.Optional;
import java.util.TreeSet;

/** The names of a deployment's resources in AWS, to look them up. */
public final class AwsResourceNames {
  private static final String TOPIC = "-health";

  /** Route 53 API, CreateCidrCollection.Name. */
  private static final int MAX_CIDR_COLLECTION = 64;

  /** Global Accelerator API, CreateAccelerator.Name. */
  private static final int MAX_ACCELERATOR = 64;

  /** Recovery Control Configuration API, NewControlPanel.ControlPanelName. */
  private static final int MAX_CONTROL_PANEL = 64;

  /** Lambda API, CreateFunction.FunctionName; EventBridge's rules and IAM's roles allow as many. */
  private static final int MAX_FUNCTION = 64;

  /**
   * The priority of the rule group of DNS Firewall and of its rule. Rule groups that AWS Firewall
   * Manager associates first have the priorities up to 100.
   */
  public static final int FIREWALL_PRIORITY = 101;

  private AwsResourceNames() {}

  /** The Application Load Balancer of a region. */
  public static String loadBalancer(Deployment deployment) {
    return loadBalancer(prefix(deployment));
  }

  public static String loadBalancer(String prefix) {
    return AwsName.of(prefix, "alb", AwsName.LOAD_BALANCER);
  }

  /** The Network Load Balancer with the static addresses of a region. */
  public static String staticLoadBalancer(Deployment deployment) {
    return staticLoadBalancer(prefix(deployment));
  }

  public static String staticLoadBalancer(String prefix) {
    return AwsName.of(prefix, "nlb", AwsName.LOAD_BALANCER);
  }

  /**
   * The target group of a region's servers. The name contains the port, because AWS cannot change
   * the port of a target group, so Terraform creates a new group first.
   */
  public static String targetGroup(Deployment deployment, int port) {
    return targetGroup(prefix(deployment), port);
  }

  public static String targetGroup(String prefix, int port) {
    return AwsName.of(prefix, "web-" + port, AwsName.LOAD_BALANCER);
  }

  /** The internal Application Load Balancer of a region. */
  public static String internalLoadBalancer(String prefix) {
    return AwsName.of(prefix, "internal", AwsName.LOAD_BALANCER);
  }

  /** The target group of the internal load balancer; see {@link #targetGroup}. */
  public static String internalTargetGroup(String prefix, int port) {
    return AwsName.of(prefix, "internal-" + port, AwsName.LOAD_BALANCER);
  }

  /** A Resolver endpoint; {@code direction} is {@code inbound} or {@code outbound}. */
  public static String resolverEndpoint(String prefix, String direction) {
    return prefix + "-" + direction;
  }

  /** The configuration of a query log. */
  public static String queryLog(String prefix) {
    return prefix + "-queries";
  }

  /** The log group of a query log in CloudWatch. */
  public static String queryLogGroup(String prefix) {
    return "/meridian/" + queryLog(prefix);
  }

  /** The rule group of DNS Firewall, its rule, and the list of domains. */
  public static String blockedDomains(String prefix) {
    return prefix + "-blocked";
  }

  /** The Auto Scaling group. */
  public static String servers(Deployment deployment) {
    return prefix(deployment);
  }

  /** The tag {@code Name} of a static address, counted from 1. */
  public static String staticAddress(Deployment deployment, int number) {
    return prefix(deployment) + "-static-" + number;
  }

  /** A CIDR collection that is declared as {@code name}. */
  public static String cidrCollection(Deployment deployment, String name) {
    return Optional.ofNullable(deployment.cidrCollections().get(name))
        .flatMap(CidrCollectionDeclaration::nameInAws)
        .orElseGet(() -> AwsName.of(prefix(deployment), name, MAX_CIDR_COLLECTION));
  }

  /** The accelerator that is declared as {@code name}. */
  public static String accelerator(Deployment deployment, String name) {
    return AwsName.of(prefix(deployment), name, MAX_ACCELERATOR);
  }

  /** The AWS Lambda function that adjusts weights, and its role and rule. */
  public static String weights(Deployment deployment) {
    return AwsName.of(prefix(deployment), "weights", MAX_FUNCTION);
  }

  /** The SNS topic that the alarms notify. */
  public static String topic(Deployment deployment) {
    return prefix(deployment) + TOPIC;
  }

  /** The cluster of the routing controls. */
  public static String cluster(Deployment deployment) {
    return controlPanel(deployment);
  }

  /** The control panel of the routing controls; unique in its cluster. */
  public static String controlPanel(Deployment deployment) {
    DeploymentName name = deployment.originalName();
    return AwsName.of(name.application(), name.environment(), MAX_CONTROL_PANEL);
  }

  /**
   * The safety rule. Another rule has another name, because the new one is created before the old
   * one is deleted.
   */
  public static String safetyRule(Deployment deployment) {
    Switches switches = deployment.switches();
    String regions = String.join(" ", new TreeSet<>(switches.regions()));
    return switches.ruleName() + "-" + AwsName.hash(regions);
  }

  public static String prefix(Deployment deployment) {
    return deployment.originalName().prefix();
  }
}
