package dev.meridian.rehearse;

import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.operate.ProgressLines;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.ZoneProtection;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.PlanSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs Terraform on one stack of a rehearsal, and reports each step with its time. */
final class StackRunner {
  private final StackSet stacks;
  private final EmulatorDifferences excused;
  private final ProgressLines progress;
  private final StepTimings timings;
  private final Set<String> occurred = Collections.synchronizedSet(new TreeSet<>());

  StackRunner(
      StackSet stacks, EmulatorDifferences excused, ProgressLines progress, StepTimings timings) {
    this.stacks = stacks;
    this.excused = excused;
    this.progress = progress;
    this.timings = timings;
  }

  /** The excused differences that a plan has shown so far. */
  Set<String> occurred() {
    return Set.copyOf(occurred);
  }

  void apply(String stack) throws TerraformFailed, InterruptedException {
    Terraform terraform = stacks.terraform(stack);
    timed(
        "init",
        stack,
        () -> {
          terraform.init("-reconfigure");
          return "";
        });
    timed(
        "apply",
        stack,
        () -> {
          PlanSummary everything = planWithExcused(stack);
          PlanSummary wanted = excused.without(everything);
          if (!wanted.isEmpty()) {
            if (!wanted.equals(everything)) {
              planOnly(stack, wanted);
            }
            terraform.apply(planFile(stack));
          }
          return terraform.state().size() + " resources";
        });
  }

  /**
   * Plans without the excused changes. Applying those would never end, and the emulator refuses
   * some of them.
   */
  private void planOnly(String stack, PlanSummary wanted)
      throws TerraformFailed, InterruptedException {
    stacks
        .terraform(stack)
        .plan(
            planFile(stack),
            wanted.changes().stream()
                .map(change -> "-target=" + change.address())
                .toArray(String[]::new));
  }

  /** A new plan, without the excused changes. */
  PlanSummary plan(String stack) throws TerraformFailed, InterruptedException {
    return excused.without(planWithExcused(stack));
  }

  private PlanSummary planWithExcused(String stack) throws TerraformFailed, InterruptedException {
    Terraform terraform = stacks.terraform(stack);
    Path file = planFile(stack);
    if (!terraform.plan(file)) {
      return new PlanSummary(List.of(), List.of());
    }
    PlanSummary summary = terraform.show(file).summary();
    occurred.addAll(excused.used(summary));
    return summary;
  }

  private Path planFile(String stack) {
    return stacks.output().resolve(stack + ".tfplan").toAbsolutePath();
  }

  /** Destroys everything, also the hosted zone, because it exists only in the emulator. */
  void destroy(String stack) throws TerraformFailed, InterruptedException {
    timed("destroy", stack, () -> destroyed(stack));
  }

  @SuppressWarnings("try") // lifting the protection is its use
  private String destroyed(String stack) throws TerraformFailed, InterruptedException {
    try (ZoneProtection lifted = ZoneProtection.lift(stacks.directory(stack))) {
      stacks.terraform(stack).destroy();
      return "";
    }
  }

  /** A step on a stack. Its result is what the table of timings says about it. */
  interface Step {
    String run() throws TerraformFailed, InterruptedException;
  }

  /** Runs a step. If it fails, the stack stays among those that are under way. */
  void timed(String name, String stack, Step step) throws TerraformFailed, InterruptedException {
    long began = System.nanoTime();
    progress.begin(stack, name);
    String result = step.run();
    timings.add(name, stack, Duration.ofNanos(System.nanoTime() - began), result);
    progress.end(stack, name, result);
  }
}
