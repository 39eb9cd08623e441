package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.rehearse.LocalAws;
import dev.meridian.rehearse.LocalAwsProgram;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zone that plain Terraform created moves to Meridian's stack, with the real provider. */
@Tag("terraform")
class AdoptionRehearsalTest {
  private static final Path OLD = Path.of("src/test/resources/dev/meridian/adopt");

  @TempDir static Path folder;
  private static RunningProcesses processes;
  private static LocalAws aws;
  private static TerraformSettings settings;
  private static Terraform old;

  @BeforeAll
  static void createTheZone() throws Exception {
    processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder.resolve("aws")));
    settings =
        TerraformSettings.usual(
                TerraformBinary.find(System.getenv()).orElseThrow(),
                processes,
                System.getenv(),
                folder.resolve("settings"))
            .with(aws.environment(System.getenv()));
    Path stack = folder.resolve("old");
    for (String file : new String[] {"main.tf", "apex/main.tf"}) {
      Files.createDirectories(stack.resolve(file).getParent());
      Files.copy(OLD.resolve(file), stack.resolve(file));
    }
    old = new Terraform("old", stack, settings);
    old.init();
    old.apply();
  }

  @AfterAll
  static void stop() {
    processes.close();
  }

  @Test
  void theZoneMovesWithoutADestroyedRecord() throws Exception {
    Path declaration = folder.resolve("meridian.yaml");
    Run imported = run("import", "--zone", "example.com", "--output", declaration.toString());
    System.out.println(imported);
    System.out.println(Files.readString(declaration));
    Files.writeString(declaration, Files.readString(declaration) + "alerts: {enabled: false}\n");
    Run adopted = run("adopt", "-c", declaration.toString());
    System.out.println(adopted.out() + adopted.err() + adopted.exitCode());
    System.out.println(Files.readString(folder.resolve("meridian.imports.yaml")));
    Path out = folder.resolve("cdktf.out");
    Run synth = Run.of("synth", "-c", declaration.toString(), "-o", out.toString());
    System.out.println(synth);
    Terraform terraform =
        new Terraform("dns", out.resolve("stacks/example-production-dns"), settings);
    terraform.init();
    Path plan = folder.resolve("plan");
    terraform.plan(plan);
    PlanSummary summary = terraform.show(plan).summary();
    summary.changes().forEach(System.out::println);
    assertThat(summary.of(Action.CREATE)).isEmpty();
    assertThat(summary.of(Action.DELETE)).isEmpty();
    terraform.apply(plan);
    assertThat(terraform.plan(plan)).isFalse();
  }

  private static Run run(String... args) throws IOException {
    String[] all = java.util.Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--aws-endpoint";
    all[args.length + 1] = aws.endpoint().toString();
    return Run.of(all);
  }
}
