package dev.meridian.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.aws.LiveZone;
import dev.meridian.aws.LiveZones;
import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.CanonicalPlan;
import dev.meridian.model.Owner;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.ZoneKind;
import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.stacks.Stacks;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random declarations as stacks, applied by the real terraform and provider to the local AWS. */
@Tag("terraform")
class AppliedTest {
  private static final int DECLARATIONS = 3;

  @TempDir Path folder;

  @Test
  void whatWasAppliedIsImportedFromItsStateAndFromItsZoneAsItWas() throws Exception {
    try (RunningProcesses processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit()) {
      LocalAws aws =
          LocalAws.start(
              LocalAwsProgram.in(Path.of(""), processes, line -> {}),
              processes,
              LocalAws.Options.in(folder.resolve("aws")));
      ExecutorService pool = Executors.newFixedThreadPool(DECLARATIONS);
      try {
        List<Callable<Void>> rounds =
            IntStream.range(0, DECLARATIONS)
                .mapToObj(i -> (Callable<Void>) () -> round(i, aws, processes))
                .toList();
        for (Future<Void> round : pool.invokeAll(rounds)) {
          round.get();
        }
      } finally {
        pool.shutdownNow();
      }
    }
  }

  private Void round(int number, LocalAws aws, RunningProcesses processes) throws Exception {
    Applied applied = Applied.of(number);
    Path output = folder.resolve("out" + number);
    synchronized (AppliedTest.class) { // one synth at a time: they share Node
      Stacks.synthesize(applied.deployment, applied.plan, output);
    }
    TerraformSettings settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings" + number))
            .with(aws.environment(System.getenv()));
    String stack = applied.deployment.stacks().dns().name();
    Terraform terraform = new Terraform(stack, output.resolve("stacks").resolve(stack), settings);
    terraform.init();
    Path plan = folder.resolve("plan" + number);
    terraform.plan(plan);
    terraform.apply(plan);

    PlansRead state =
        RoutingPlans.read(
            List.of(terraform.show(output.resolveSibling("terraform." + stack + ".tfstate"))));
    assertThat(state.unread()).as("seed %d", applied.seed).isEmpty();
    assertThat(imported(state.plan(applied.plan.zone()).orElseThrow()))
        .as("from the state of seed %d", applied.seed)
        .isEqualTo(CanonicalPlan.of(applied.plan));

    try (LiveZones zones = new LiveZones(aws.access())) {
      LiveZone live = zones.read(zones.find(applied.plan.zone().text()).get(0));
      assertThat(live.unread()).isEmpty();
      assertThat(live.plan().records())
          .filteredOn(record -> Owner.of(record).isPresent())
          .hasSize(1);
      RoutingPlan back = imported(live.plan());
      // Health checks that no record uses are not part of a zone.
      assertThat(back)
          .as("from the zone of seed %d", applied.seed)
          .isEqualTo(withoutOwnership(live.plan()));
      assertThat(back.records()).isEqualTo(CanonicalPlan.of(applied.plan).records());
    }
    return null;
  }

  private static RoutingPlan withoutOwnership(RoutingPlan plan) {
    return new RoutingPlan(
        plan.zone(),
        plan.records().stream().filter(record -> Owner.of(record).isEmpty()).toList(),
        plan.healthChecks(),
        plan.cidrCollections());
  }

  private static RoutingPlan imported(RoutingPlan plan) {
    ImportResult imported =
        Importer.of(
            plan,
            new ImportMetadata("test", "shop", "test", "Z1", ZoneKind.PUBLIC, List.of(), Set.of()));
    assertThat(imported.leftOut()).isEmpty();
    assertThat(imported.renamed()).isEmpty();
    return CanonicalPlan.of(ImporterTest.compile(imported.text().orElseThrow()).orElseThrow());
  }

  /** A declaration whose plan has much in it, and comes back exactly. */
  private record Applied(long seed, Deployment deployment, RoutingPlan plan) {
    static Applied of(int number) {
      for (long seed = 1000L * number; ; seed++) {
        String yaml =
            RandomYaml.ofServers(seed)
                .replace("zone: example.com", "zone: z" + number + ".example")
                .replace("environment: test", "environment: test" + number);
        List<Deployment> read = ReadDeclaration.of(yaml).deployment().stream().toList();
        for (Deployment deployment : read) {
          CompiledPlan compiled = Compiler.compile(deployment);
          boolean rich = compiled.plan().records().size() >= 20;
          boolean checks =
              compiled.plan().healthChecks().stream().allMatch(c -> DeclarableName.isName(c.id()));
          if (compiled.problems().isEmpty() && rich && checks) {
            return new Applied(seed, deployment, compiled.plan());
          }
        }
      }
    }
  }
}
