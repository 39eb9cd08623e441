package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.testing.ReadDeclaration;
import dev.meridian.testing.RecordedAws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A declaration, and AWS's recorded answers for all that it declares in eu-west-1. */
final class RecordedRegion implements AutoCloseable {
  static final String DECLARED =
      """
      application: shop
      environment: test
      zone: example.com
      regions: [eu-west-1]
      site:
        certificate: arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
        servers: {count: 2, instance-type: t3.micro}
        static-addresses: true
        ipv6: true
      names: {www: {simple: eu-west-1}, api: {weighted: {eu-west-1: 1}}}
      alerts: {email: [ops@example.com]}
      """;
  static final StateOutputs OUTPUTS =
      new StateOutputs(
          new TreeMap<>(
              Map.of(
                  "alb_dns_name",
                  "shop-test-alb-1234567890.eu-west-1.elb.amazonaws.com",
                  "alb_zone_id",
                  "Z32O12XQLNTSW2")),
          new TreeMap<>(Map.of("static_addresses", List.of("203.0.113.11", "203.0.113.12"))));

  final RecordedAws aws;
  private Deployment deployment = ReadDeclaration.good(DECLARED);

  RecordedRegion() throws IOException {
    aws = new RecordedAws(Path.of("src/test/resources/dev/meridian/operate/aws"));
  }

  /** Declares something else than what AWS has. */
  RecordedRegion declared(String old, String replacement) {
    if (!DECLARED.contains(old)) {
      throw new AssertionError("not declared: " + old);
    }
    deployment = ReadDeclaration.good(DECLARED.replace(old, replacement));
    return this;
  }

  Deployment deployment() {
    return deployment;
  }

  RoutingPlan plan() {
    return Compiler.compile(deployment).plan();
  }

  AwsAccess access() {
    return aws.access();
  }

  /** What differs between the declared site and AWS, as texts. */
  List<String> siteDifferences(StateOutputs outputs) throws Exception {
    return new SiteComparison(deployment, deployment.regions().get("eu-west-1"), outputs)
        .compare(access()).stream().map(Difference::toString).toList();
  }

  List<String> siteDifferences() throws Exception {
    return siteDifferences(OUTPUTS);
  }

  @Override
  public void close() {
    aws.close();
  }
}
