package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformProviderConfig;
import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.RegionDeclaration;
import dev.meridian.declaration.Site;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stacks in an app that is not Meridian's own. */
class LibraryTest {
  @TempDir private Path folder;
  private App app;

  @BeforeEach
  void app() {
    app = Stacks.app(outdir());
  }

  private Path outdir() {
    return folder.resolve("cdktf.out");
  }

  @Test
  void aStackOfOnesOwnCanReferToEverythingInARegion() throws IOException {
    Example example = Example.recipe();
    RegionStack region =
        MeridianStacks.add(app, example.deployment(), example.plan()).region("eu-west-1");
    TerraformStack own = own(example.deployment());
    output(own, "vpc", region.vpcId());
    output(own, "subnets", region.subnetIds());
    output(own, "balancer", region.loadBalancer().getArn());
    output(own, "balancer_group", region.loadBalancerSecurityGroup().getId());
    output(own, "listener", region.listeners().get(80).getArn());
    output(own, "targets", region.targetGroup().getArn());
    output(own, "servers", region.servers().orElseThrow().getName());
    output(own, "servers_group", region.serverSecurityGroup().orElseThrow().getId());
    output(own, "static", region.staticLoadBalancer().orElseThrow().getArn());
    output(own, "address", region.staticAddresses().get(0).getPublicIp());
    Stacks.write(app);

    assertThat(hcl("storefront-production-eu-west-1"))
        .contains(
            "value     = aws_vpc.main.id",
            "value     = aws_subnet.public_1.id",
            "value     = aws_lb.alb.arn",
            "value     = aws_security_group.alb.id",
            "value     = aws_lb_listener.http.arn",
            "value     = aws_lb_target_group.web.arn",
            "value     = aws_autoscaling_group.servers.name",
            "value     = aws_security_group.servers.id",
            "value     = aws_lb.static.arn",
            "value     = aws_eip.static_1.public_ip");
    assertThat(hcl("own"))
        .contains("terraform.storefront-production-eu-west-1.tfstate", "terraform.own.tfstate");
  }

  @Test
  void aStackOfOnesOwnCanReferToEverythingInDns() throws IOException {
    Example example = Example.recipe();
    DnsStack dns = MeridianStacks.add(app, example.deployment(), example.plan()).dns();
    TerraformStack own = own(example.deployment());
    output(own, "zone", dns.zoneId());
    output(own, "check", dns.healthChecks().get("eu-west-1").getId());
    output(own, "topic", dns.alertTopic().orElseThrow().getArn());
    output(own, "servers", dns.nameServers());
    output(
        own,
        "record",
        dns.records(new DnsName("failover.api.example.com"), RecordType.A).get(1).getFqdn());
    Stacks.write(app);

    assertThat(dns.records()).hasSameSizeAs(example.plan().records());
    assertThat(hcl("storefront-production-dns"))
        .contains(
            "value     = aws_route53_zone.main.zone_id",
            "value     = aws_route53_zone.main.name_servers",
            "value     = aws_route53_health_check.eu-west-1.id",
            "value     = aws_sns_topic.health.arn",
            "value     = aws_route53_record.failover_api_secondary.fqdn");
  }

  @Test
  void whatADeploymentDoesNotHaveIsEmpty() throws IOException {
    Example example = Example.everything();
    MeridianStacks stacks = MeridianStacks.add(app, example.deployment(), example.plan());

    RegionStack without = stacks.region("ap-southeast-1");
    assertThat(without.servers()).isEmpty();
    assertThat(without.serverSecurityGroup()).isEmpty();
    RegionStack existing = stacks.region("sa-east-1");
    assertThat(existing.staticAddresses()).isEmpty();
    assertThat(existing.staticLoadBalancer()).isEmpty();
    assertThat(existing.vpcId()).isEqualTo("vpc-0123456789abcdef0");
    assertThat(existing.subnetIds())
        .containsExactly("subnet-0123456789abcdef0", "subnet-0123456789abcdef1");
  }

  @Test
  void theStacksAreTheOnesThatTheProgramWrites(@TempDir Path other) throws IOException {
    Example example = Example.everything();
    MeridianStacks.add(app, example.deployment(), example.plan());
    List<String> names = Stacks.write(app);

    Synthesized program = example.synthesize(other);
    assertThat(names).isEqualTo(program.names());
    assertThat(new Synthesized(outdir(), names).files()).isEqualTo(program.files());
  }

  @Test
  void providersOfAStackOfOnesOwnStay() throws IOException {
    TerraformStack own = own(Example.recipe().deployment());
    new Random(own);
    Stacks.write(app);

    assertThat(hcl("own")).contains("source  = \"hashicorp/random\"", "version = \"3.7.2\"");
  }

  @Test
  void aRegionThatIsNotDeclaredIsRefused() throws IOException {
    Example example = Example.recipe();
    RegionDeclaration declared = example.deployment().region("eu-west-1").orElseThrow();
    Site site = declared.site();
    RegionDeclaration other =
        new RegionDeclaration("eu-west-3", site, declared.healthCheck(), null, declared.at());

    assertThatThrownBy(() -> new RegionStack(app, example.deployment(), other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the deployment does not have the region eu-west-3");
    MeridianStacks stacks = MeridianStacks.add(app, example.deployment(), example.plan());
    assertThatThrownBy(() -> stacks.region("eu-west-3"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageEndingWith("only us-east-1, eu-west-1, ap-southeast-1");
  }

  @Test
  void withoutHclTheMessageSaysHowToSwitchItOn() {
    assertThatThrownBy(() -> HclMode.require(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("SYNTH_HCL_OUTPUT is not set. Set SYNTH_HCL_OUTPUT=true in");
    assertThatThrownBy(() -> HclMode.require("1"))
        .hasMessageContaining("SYNTH_HCL_OUTPUT is \"1\". Set SYNTH_HCL_OUTPUT=true in");
    assertThatCode(() -> HclMode.require("true")).doesNotThrowAnyException();
  }

  @Test
  void twoSetsOfBindingsAreRefused() throws IOException {
    List<java.net.URL> two =
        List.of(URI.create("file:/a.jar").toURL(), URI.create("file:/b.jar").toURL());

    assertThatThrownBy(() -> Bindings.requireOne(two))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("file:/a.jar, file:/b.jar");
    assertThatCode(() -> Bindings.requireOne(two.subList(0, 1))).doesNotThrowAnyException();
  }

  /** A provider without bindings. */
  private static final class Random extends TerraformProvider {
    Random(TerraformStack stack) {
      super(
          stack,
          "random",
          TerraformProviderConfig.builder()
              .terraformResourceType("random")
              .terraformProviderSource("hashicorp/random")
              .terraformGeneratorMetadata(
                  com.hashicorp.cdktf.TerraformProviderGeneratorMetadata.builder()
                      .providerName("random")
                      .providerVersion("3.7.2")
                      .build())
              .build());
    }
  }

  private TerraformStack own(Deployment deployment) {
    TerraformStack own = new TerraformStack(app, "own");
    Stacks.addBackend(own, deployment);
    return own;
  }

  private static void output(TerraformStack stack, String name, Object value) {
    TerraformOutput.Builder.create(stack, name).value(value).build();
  }

  private String hcl(String stack) throws IOException {
    return Files.readString(outdir().resolve("stacks").resolve(stack).resolve("cdk.tf"));
  }
}
