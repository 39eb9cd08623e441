package com.example.shop;

import com.hashicorp.cdktf.App;
import dev.meridian.builder.Check;
import dev.meridian.builder.DeploymentBuilder;
import dev.meridian.builder.Policy;
import dev.meridian.builder.SiteSettings;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.stacks.MeridianStacks;
import dev.meridian.stacks.RegionStack;
import dev.meridian.stacks.Stacks;
import java.nio.file.Path;
import java.util.List;

/** Meridian's stacks with an alarm in each region, and a stack of our own. */
public final class ShopApp {
  private ShopApp() {}

  public static void main(String[] args) {
    synthesize(Path.of("cdktf.out")).forEach(System.out::println);
  }

  static List<String> synthesize(Path outdir) {
    Deployment deployment = deployment();
    App app = Stacks.app(outdir);
    MeridianStacks stacks =
        MeridianStacks.add(app, deployment, Compiler.compile(deployment).orThrow());
    for (RegionStack region : stacks.regions().values()) {
      new SlowAnswers(region, "slow_answers", region.loadBalancer(), 0.5);
    }
    new MailStack(app, deployment, stacks.dns());
    return Stacks.write(app);
  }

  private static Deployment deployment() {
    return DeploymentBuilder.of("shop", "production", "example.com")
        .regions("us-east-1", "eu-west-1")
        .site(SiteSettings.defaults().servers(2).instanceType("t4g.small"))
        .healthCheck(Check.http().path("/ready").interval(10))
        .name("www", Policy.latency("us-east-1", "eu-west-1"))
        .name("api", Policy.failover("eu-west-1", "us-east-1"))
        .alerts("ops@example.com")
        .tag("Team", "shop")
        .build();
  }
}
