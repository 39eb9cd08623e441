package dev.meridian.stacks;

import com.hashicorp.cdktf.TerraformStack;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.model.RoutingPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import software.constructs.Construct;

/** All stacks of a deployment in a CDKTF app, each depending on the stacks that it needs. */
public final class MeridianStacks {
  private final Map<String, RegionStack> regions;
  private final Map<String, AcceleratorStack> accelerators;
  private final DnsStack dns;

  private MeridianStacks(
      Map<String, RegionStack> regions, Map<String, AcceleratorStack> accelerators, DnsStack dns) {
    this.regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    this.accelerators = Collections.unmodifiableMap(new LinkedHashMap<>(accelerators));
    this.dns = dns;
  }

  /**
   * Adds the stacks that {@link Deployment#stacks} lists.
   *
   * @param app the CDKTF app, such as {@link Stacks#app} makes
   * @param plan compiled from {@code deployment}
   * @throws IllegalStateException if the environment does not switch CDKTF to HCL
   */
  public static MeridianStacks add(Construct app, Deployment deployment, RoutingPlan plan) {
    return add(app, deployment, plan, DnsStack.Migration.NONE);
  }

  static MeridianStacks add(
      Construct app, Deployment deployment, RoutingPlan plan, DnsStack.Migration migration) {
    Building building = new Building(app, deployment, plan, migration);
    Map<String, TerraformStack> built = new LinkedHashMap<>();
    for (DeploymentStack declared : deployment.stacks().all()) {
      TerraformStack stack = declared.accept(building);
      declared
          .follows()
          .forEach(name -> stack.addDependency(Objects.requireNonNull(built.get(name))));
      built.put(declared.name(), stack);
    }
    DnsStack dns = (DnsStack) Objects.requireNonNull(built.get(deployment.stacks().dns().name()));
    return new MeridianStacks(building.regions, building.accelerators, dns);
  }

  private static final class Building implements DeploymentStack.Cases<TerraformStack> {
    private final Construct app;
    private final Deployment deployment;
    private final RoutingPlan plan;
    private final DnsStack.Migration migration;
    private final Map<String, RegionStack> regions = new LinkedHashMap<>();
    private final Map<String, AcceleratorStack> accelerators = new LinkedHashMap<>();

    Building(Construct app, Deployment deployment, RoutingPlan plan, DnsStack.Migration migration) {
      this.migration = migration;
      this.app = app;
      this.deployment = deployment;
      this.plan = plan;
    }

    @Override
    public TerraformStack region(DeploymentStack.RegionResources declared) {
      RegionStack stack = new RegionStack(app, deployment, declared.region());
      regions.put(declared.region().code(), stack);
      return stack;
    }

    @Override
    public TerraformStack accelerator(DeploymentStack.Accelerator declared) {
      AcceleratorStack stack = new AcceleratorStack(app, deployment, declared.accelerator());
      accelerators.put(declared.accelerator().name(), stack);
      return stack;
    }

    @Override
    public TerraformStack dns(DeploymentStack.Dns declared) {
      if (declared.label().equals(DeploymentStack.Dns.LABEL)) {
        return new DnsStack(app, deployment, plan, migration);
      }
      Deployment within = deployment.ofPrivateZone().orElseThrow();
      return new DnsStack(app, within, Compiler.compile(within).plan(), DnsStack.Migration.NONE);
    }

    @Override
    public TerraformStack privateNetwork(DeploymentStack.PrivateNetworks declared) {
      return new PrivateNetworkStack(app, deployment, declared);
    }
  }

  /** Region code to stack, in declared order. */
  public Map<String, RegionStack> regions() {
    return regions;
  }

  /**
   * The stack of one region.
   *
   * @param code such as {@code eu-west-1}
   * @throws NoSuchElementException if the deployment does not have the region
   */
  public RegionStack region(String code) {
    RegionStack stack = regions.get(code);
    if (stack == null) {
      throw new NoSuchElementException(
          "the deployment has no region " + code + ", only " + String.join(", ", regions.keySet()));
    }
    return stack;
  }

  /** The stacks of the accelerators by name, in declared order. */
  public Map<String, AcceleratorStack> accelerators() {
    return accelerators;
  }

  /** The stack with the hosted zone, the health checks and the records. */
  public DnsStack dns() {
    return dns;
  }
}
