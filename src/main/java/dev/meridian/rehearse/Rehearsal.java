package dev.meridian.rehearse;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.model.RoutingPlan;
import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.operate.ParallelStacks;
import dev.meridian.operate.PlanText;
import dev.meridian.operate.ProgressLines;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.Verification;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.StateOutputs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The steps of a rehearsal, on stacks that Terraform deploys to a local AWS. */
final class Rehearsal {
  private final StackSet stacks;
  private final RoutingPlan plan;
  private final AwsAccess access;
  private final ProgressLines progress;
  private final RehearsalRun.@Nullable AppliedDrill drill;
  private final StepTimings timings = new StepTimings();
  private final StackRunner runner;
  private final List<String> findings = Collections.synchronizedList(new ArrayList<>());

  Rehearsal(
      StackSet stacks,
      RoutingPlan plan,
      AwsAccess access,
      EmulatorDifferences excused,
      ProgressLines progress,
      RehearsalRun.@Nullable AppliedDrill drill) {
    this.stacks = stacks;
    this.plan = plan;
    this.access = access;
    this.progress = progress;
    this.drill = drill;
    this.runner = new StackRunner(stacks, excused, progress, timings);
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  /** The excused differences that a plan showed. */
  Set<String> occurred() {
    return runner.occurred();
  }

  StepTimings timings() {
    return timings;
  }

  /**
   * Runs all steps. After a finding, the stacks are still destroyed. After any other failure they
   * stay, because the next run continues with their states.
   *
   * @param keep whether the stacks stay after all steps
   * @param before what existed before the rehearsal
   * @return whether nothing is left
   */
  boolean run(boolean keep, SortedSet<String> before)
      throws StacksFailed, AwsReadException, InterruptedException {
    long began = System.nanoTime();
    try {
      apply();
      planAgain();
      Map<String, StateOutputs> outputs = outputs();
      readBack(outputs);
      if (drill != null) {
        play(drill, outputs);
      }
      edit();
    } catch (StacksFailed e) {
      if (!e.isFinding()) {
        throw e;
      }
      addFindings(e);
    }
    boolean gone = !keep && destroyedAll(before);
    timings.add("in all", "", since(began), "");
    return gone;
  }

  /** Keeps earlier findings if the destroy fails, because they may explain why. */
  private boolean destroyedAll(SortedSet<String> before)
      throws StacksFailed, AwsReadException, InterruptedException {
    try {
      destroy();
    } catch (StacksFailed e) {
      if (findings.isEmpty()) {
        throw e;
      }
      addFindings(e);
      return false;
    }
    checkNothingIsLeft(before);
    return true;
  }

  private void addFindings(StacksFailed failed) {
    findings.addAll(Objects.requireNonNull(failed.getMessage()).lines().toList());
  }

  /** Initializes and applies all stacks. Stacks that do not read each other run in parallel. */
  private void apply() throws StacksFailed, InterruptedException {
    stacks.synthesize(plan);
    for (List<String> wave : stacks.waves()) {
      ParallelStacks.run(wave, runner::apply);
    }
  }

  /** Checks that a second plan of every stack has no changes. */
  void planAgain() throws StacksFailed, InterruptedException {
    ParallelStacks.run(
        stacks.all(),
        stack ->
            runner.timed(
                "plan again",
                stack,
                () -> {
                  PlanSummary summary = runner.plan(stack);
                  addChanges("the second plan of " + stack, summary);
                  return summary.isEmpty() ? "no changes" : PlanText.counts(summary);
                }));
  }

  private void addChanges(String what, PlanSummary summary) {
    summary.changes().stream()
        .filter(change -> change.action() != Action.READ)
        .map(PlanText::line)
        .forEach(line -> findings.add(what + ": " + line));
    summary.outputs().forEach(o -> findings.add(what + ": the output " + o + " changes"));
  }

  /** Reads everything back and compares it with the plan. */
  private void readBack(Map<String, StateOutputs> outputs) throws AwsReadException {
    long began = System.nanoTime();
    progress.report("all", "read back");
    Verification.Result result =
        Verification.of(
            AppliedOutputs.zones(stacks.deployment(), plan, outputs),
            AppliedOutputs.ofEndpoints(stacks.deployment(), outputs),
            access,
            Map.of());
    result.findings().forEach(difference -> findings.add(difference.toString()));
    result.notCompared().forEach(one -> findings.add("not compared: " + one));
    // A rehearsal replaces the endpoints of other states, so it can compare everything.
    result.outside().forEach(one -> findings.add("not compared: " + one));
    String verdict = result.findings().isEmpty() ? " as declared" : " compared";
    timings.add("read back", "all", since(began), result.declared() + verdict);
  }

  private void play(RehearsalRun.AppliedDrill played, Map<String, StateOutputs> outputs)
      throws AwsReadException, InterruptedException {
    long began = System.nanoTime();
    progress.report("all", "drill");
    Deployment deployment = stacks.deployment();
    String zoneId = Objects.requireNonNull(AppliedOutputs.zoneId(outputs, deployment), "no zone");
    List<String> found =
        played.findings(
            deployment, zoneId, AppliedOutputs.ofEndpoints(deployment, outputs), access);
    found.forEach(finding -> findings.add("drill: " + finding));
    timings.add(
        "drill", "all", since(began), found.isEmpty() ? "as predicted" : found.size() + " found");
  }

  /** By stack. */
  private Map<String, StateOutputs> outputs() throws StacksFailed, InterruptedException {
    Map<String, StateOutputs> outputs = Collections.synchronizedMap(new TreeMap<>());
    ParallelStacks.run(
        stacks.all(), stack -> outputs.put(stack, stacks.terraform(stack).outputs()));
    return outputs;
  }

  /** Checks that an edit of the declaration changes its records in place, and nothing else. */
  private void edit() throws StacksFailed, InterruptedException {
    Optional<SampleEdit> edit =
        SampleEdit.of(stacks.deployment())
            .filter(one -> ChangedResources.between(plan, edited(one)) > 0)
            .findFirst();
    if (edit.isEmpty()) {
      timings.add("edit", "dns", Duration.ZERO, "no name has a weight or a TTL to edit");
      return;
    }
    RoutingPlan edited = edited(edit.get());
    int expected = ChangedResources.between(plan, edited);
    StackSet changed = new StackSet(edit.get().deployment(), stacks.output(), stacks.settings());
    try {
      changed.synthesize(edited);
      ParallelStacks.run(
          List.of(stacks.dns().name()),
          stack ->
              runner.timed(
                  "edit", stack, () -> judgeEdit(edit.get(), expected, runner.plan(stack))));
    } finally {
      stacks.synthesize(plan);
    }
  }

  private static RoutingPlan edited(SampleEdit edit) {
    return Compiler.compile(edit.deployment()).plan();
  }

  /** Returns what the table of timings says about the edit. */
  private String judgeEdit(SampleEdit edit, int expected, PlanSummary summary) {
    int updates = summary.of(Action.UPDATE).size();
    long policies = ChangedResources.replacedPolicies(summary);
    if (updates == expected
        && summary.outputs().isEmpty()
        && policies <= updates
        && updates + policies == summary.changes().size()) {
      return edit.text()
          + ": "
          + expected
          + " in place, "
          + (policies == 0 ? "nothing else" : policies + " new traffic policies, nothing else");
    }
    String counts = PlanText.counts(summary);
    findings.add(
        String.format(
            Locale.ROOT,
            "the edit %s should update %d records in place, but plans: %s",
            edit.text(),
            expected,
            counts));
    addChanges("the edit " + edit.text(), summary);
    return edit.text() + ": " + counts;
  }

  /** Destroys each stack after the stacks that read it. */
  private void destroy() throws StacksFailed, InterruptedException {
    List<List<String>> waves = new ArrayList<>(stacks.waves());
    Collections.reverse(waves);
    for (List<String> wave : waves) {
      ParallelStacks.run(wave, runner::destroy);
    }
  }

  /** Checks that nothing exists that did not exist {@code before}. */
  private void checkNothingIsLeft(SortedSet<String> before) throws AwsReadException {
    long began = System.nanoTime();
    SortedSet<String> left = new TreeSet<>(existing());
    left.removeAll(before);
    left.forEach(one -> findings.add("left over after destroy: " + one));
    timings.add("left over", "all", since(began), left.isEmpty() ? "nothing" : left.size() + "");
  }

  SortedSet<String> existing() throws AwsReadException {
    return ExistingResources.of(stacks.deployment(), plan, access);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
