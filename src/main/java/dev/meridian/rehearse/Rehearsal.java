package dev.meridian.rehearse;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveResources;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.DnsOutput;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.operate.ParallelStacks;
import dev.meridian.operate.PlanText;
import dev.meridian.operate.StackSet;
import dev.meridian.operate.StacksFailed;
import dev.meridian.operate.Verification;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.PlanSummary.Action;
import dev.meridian.terraform.json.StateOutputs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One rehearsal's steps, on stacks whose terraform works on a local AWS. */
final class Rehearsal {
  private final StackSet stacks;
  private final RoutingPlan plan;
  private final AwsAccess access;
  private final EmulatorDifferences excused;
  private final ProgressLines progress;
  private final StepTimings steps = new StepTimings();
  private final Set<String> occurred = Collections.synchronizedSet(new TreeSet<>());
  private final List<String> findings = Collections.synchronizedList(new ArrayList<>());

  Rehearsal(
      StackSet stacks,
      RoutingPlan plan,
      AwsAccess access,
      EmulatorDifferences excused,
      ProgressLines progress) {
    this.stacks = stacks;
    this.plan = plan;
    this.access = access;
    this.excused = excused;
    this.progress = progress;
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  /** The excused differences that a plan showed. */
  Set<String> occurred() {
    return Set.copyOf(occurred);
  }

  StepTimings steps() {
    return steps;
  }

  /**
   * All steps. After a finding, what was applied is still taken down; after a failure from outside
   * it stays, for a further run goes on from its states.
   *
   * @param keep whether it stays
   * @param before what existed before
   * @return whether nothing is left
   */
  boolean play(boolean keep, SortedSet<String> before)
      throws StacksFailed, AwsReadException, InterruptedException {
    long began = System.nanoTime();
    try {
      apply();
      planAgain();
      readBack();
      edit();
    } catch (StacksFailed e) {
      if (!e.isFinding()) {
        throw e;
      }
      found(e);
    }
    boolean gone = !keep && takenDown(before);
    steps.add("in all", "", since(began), "");
    return gone;
  }

  /** What was found is told even where the destroy fails: that may be why. */
  private boolean takenDown(SortedSet<String> before)
      throws StacksFailed, AwsReadException, InterruptedException {
    try {
      destroy();
    } catch (StacksFailed e) {
      if (findings.isEmpty()) {
        throw e;
      }
      found(e);
      return false;
    }
    nothingIsLeft(before);
    return true;
  }

  private void found(StacksFailed failed) {
    findings.addAll(Objects.requireNonNull(failed.getMessage()).lines().toList());
  }

  /** Initializes and applies the stacks, those that do not read each other side by side. */
  void apply() throws StacksFailed, InterruptedException {
    stacks.synthesize(plan);
    for (List<String> wave : stacks.waves()) {
      ParallelStacks.run(wave, this::apply);
    }
  }

  private void apply(String stack) throws TerraformFailed, InterruptedException {
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
          PlanSummary shown = shown(stack);
          PlanSummary wanted = excused.without(shown);
          if (!wanted.isEmpty()) {
            if (!wanted.equals(shown)) {
              target(stack, wanted);
            }
            terraform.apply(planFile(stack));
          }
          return terraform.show().size() + " resources";
        });
  }

  /**
   * What the emulator itself shows is not applied: it would never come to an end, and some of it is
   * refused.
   */
  private void target(String stack, PlanSummary wanted)
      throws TerraformFailed, InterruptedException {
    stacks
        .terraform(stack)
        .plan(
            planFile(stack),
            wanted.changes().stream()
                .map(change -> "-target=" + change.address())
                .toArray(String[]::new));
  }

  /** A second plan of every stack has nothing to do. */
  void planAgain() throws StacksFailed, InterruptedException {
    ParallelStacks.run(
        stacks.all(),
        stack ->
            timed(
                "plan again",
                stack,
                () -> {
                  PlanSummary summary = planned(stack);
                  tellChanges("the second plan of " + stack, summary);
                  return summary.isEmpty() ? "no changes" : PlanText.counts(summary);
                }));
  }

  private PlanSummary planned(String stack) throws TerraformFailed, InterruptedException {
    return excused.without(shown(stack));
  }

  /** A new plan, with what the emulator itself shows. */
  private PlanSummary shown(String stack) throws TerraformFailed, InterruptedException {
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

  private void tellChanges(String what, PlanSummary summary) {
    summary.changes().stream()
        .filter(change -> change.action() != Action.READ)
        .map(PlanText::line)
        .forEach(line -> findings.add(what + ": " + line));
    summary.outputs().forEach(o -> findings.add(what + ": the output " + o + " changes"));
  }

  /** Reads everything back and compares it with the plan. */
  void readBack() throws StacksFailed, AwsReadException, InterruptedException {
    long began = System.nanoTime();
    progress.tell("all", "read back");
    Map<String, StateOutputs> outputs = outputs();
    String zoneId =
        outputs
            .getOrDefault(stacks.dns().name(), StateOutputs.NONE)
            .texts()
            .get(DnsOutput.ZONE_ID.id());
    Verification.Result result =
        Verification.of(stacks.deployment(), plan, ofRegions(outputs), zoneId, access);
    result.findings().forEach(difference -> findings.add(difference.toString()));
    result.notCompared().forEach(one -> findings.add("not compared: " + one));
    String verdict = result.findings().isEmpty() ? " as declared" : " compared";
    steps.add("read back", "all", since(began), result.compared() + verdict);
  }

  /** By stack. */
  private Map<String, StateOutputs> outputs() throws StacksFailed, InterruptedException {
    Map<String, StateOutputs> outputs = Collections.synchronizedMap(new TreeMap<>());
    ParallelStacks.run(
        stacks.all(), stack -> outputs.put(stack, stacks.terraform(stack).outputs()));
    return outputs;
  }

  private KnownOutputs ofRegions(Map<String, StateOutputs> outputs) {
    Map<String, StateOutputs> known = new TreeMap<>();
    for (String code : stacks.deployment().regions().keySet()) {
      String stack = stacks.region(code).name();
      known.put(code, outputs.getOrDefault(stack, StateOutputs.NONE));
    }
    return KnownOutputs.of(known);
  }

  /** One edit of the declaration changes the records it is about in place, and nothing else. */
  void edit() throws StacksFailed, InterruptedException {
    Optional<SampleEdit> edit =
        SampleEdit.of(stacks.deployment()).filter(one -> changed(edited(one)) > 0).findFirst();
    if (edit.isEmpty()) {
      steps.add("edit", "dns", Duration.ZERO, "no weight or ttl to edit that a record has");
      return;
    }
    RoutingPlan edited = edited(edit.get());
    StackSet changed = new StackSet(edit.get().deployment(), stacks.output(), stacks.settings());
    try {
      changed.synthesize(edited);
      ParallelStacks.run(
          List.of(stacks.dns().name()),
          stack -> timed("edit", stack, () -> judge(edit.get(), changed(edited), planned(stack))));
    } finally {
      stacks.synthesize(plan);
    }
  }

  private static RoutingPlan edited(SampleEdit edit) {
    return Compiler.compile(edit.deployment()).plan();
  }

  private int changed(RoutingPlan edited) {
    Set<RecordSet> changed = new HashSet<>(edited.records());
    plan.records().forEach(changed::remove);
    return changed.size();
  }

  /** Returns what the table says of it. */
  private String judge(SampleEdit edit, int expected, PlanSummary summary) {
    int updates = summary.of(Action.UPDATE).size();
    if (updates == expected && summary.outputs().isEmpty() && updates == summary.changes().size()) {
      return edit.text() + ": " + expected + " in place, nothing else";
    }
    String counts = PlanText.counts(summary);
    String should = " should update " + expected + " records in place, but plans: " + counts;
    findings.add("the edit " + edit.text() + should);
    tellChanges("the edit " + edit.text(), summary);
    return edit.text() + ": " + counts;
  }

  /** Destroys every stack after those that read it. */
  void destroy() throws StacksFailed, InterruptedException {
    List<List<String>> waves = new ArrayList<>(stacks.waves());
    Collections.reverse(waves);
    for (List<String> wave : waves) {
      ParallelStacks.run(wave, this::destroy);
    }
  }

  private void destroy(String stack) throws TerraformFailed, InterruptedException {
    timed(
        "destroy",
        stack,
        () -> {
          stacks.terraform(stack).destroy();
          return "";
        });
  }

  /** Nothing exists that was not there {@code before}. */
  void nothingIsLeft(SortedSet<String> before) throws AwsReadException {
    long began = System.nanoTime();
    SortedSet<String> left = new TreeSet<>(existing());
    left.removeAll(before);
    left.forEach(one -> findings.add("left over after destroy: " + one));
    steps.add("left over", "all", since(began), left.isEmpty() ? "nothing" : left.size() + "");
  }

  SortedSet<String> existing() throws AwsReadException {
    return LiveResources.in(stacks.deployment().regions().keySet(), access);
  }

  /** Something that takes time; its answer is what the table says of it. */
  private interface Work {
    String run() throws TerraformFailed, InterruptedException;
  }

  /** A step that fails does not end: its stack is one of those that cannot go on. */
  private void timed(String step, String stack, Work work)
      throws TerraformFailed, InterruptedException {
    long began = System.nanoTime();
    progress.begin(stack, step);
    String result = work.run();
    steps.add(step, stack, since(began), result);
    progress.end(stack, step, result);
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
