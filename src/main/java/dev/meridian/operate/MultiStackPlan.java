package dev.meridian.operate;

import dev.meridian.environment.StateMove;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.Terraform;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformFailure;
import dev.meridian.terraform.json.PlanSummary;
import dev.meridian.terraform.json.TerraformFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One plan over several stacks, each in the order of deployment. Changes no state. */
public record MultiStackPlan(List<StackPlan> stacks) {
  private static final PlanSummary NOTHING = new PlanSummary(List.of(), List.of());

  /** How far a stack could be planned. */
  public enum Status {
    PLANNED,
    /** It reads another stack that is not applied yet. */
    NOT_YET,
    /** Its state is not where the stack looks for it, so a plan would create everything again. */
    STATE_ELSEWHERE,
    FAILED
  }

  /**
   * One stack's plan.
   *
   * @param summary empty if it was not planned
   * @param file the whole plan; null if it was not planned, or if nothing changes
   * @param reason why it was not planned; null if it was
   */
  public record StackPlan(
      String stack,
      Status status,
      PlanSummary summary,
      @Nullable TerraformFile file,
      @Nullable String reason) {

    /** The whole plan, if something changes. */
    public Optional<TerraformFile> planned() {
      return Optional.ofNullable(file);
    }
  }

  public MultiStackPlan {
    stacks = List.copyOf(stacks);
  }

  /**
   * Plans {@code wanted} in parallel. Initializes stacks if necessary.
   *
   * @param excused differences of an emulator, to omit
   */
  public static MultiStackPlan of(StackSet set, List<String> wanted, EmulatorDifferences excused)
      throws StacksFailed, InterruptedException {
    Map<String, StackPlan> plans = new TreeMap<>();
    ParallelStacks.run(
        wanted,
        stack -> {
          StackPlan plan = plan(set, stack, excused);
          synchronized (plans) {
            plans.put(stack, plan);
          }
        });
    return new MultiStackPlan(wanted.stream().map(plans::get).toList());
  }

  private static StackPlan plan(StackSet set, String stack, EmulatorDifferences excused)
      throws InterruptedException {
    Path file = null;
    try {
      file = Files.createTempFile("meridian", ".tfplan");
      Optional<StateMove> move = StateMove.pending(set.directory(stack));
      if (move.isPresent()) {
        return new StackPlan(stack, Status.STATE_ELSEWHERE, NOTHING, null, move.get().text());
      }
      Terraform terraform = set.terraform(stack);
      if (!set.isInitialized(stack)) {
        terraform.init();
      }
      // A plan writes nothing, so it does not need the lock.
      boolean changes = terraform.plan(file, "-lock=false");
      TerraformFile shown = changes ? terraform.show(file) : null;
      PlanSummary summary = shown == null ? NOTHING : excused.without(shown.summary());
      return new StackPlan(stack, Status.PLANNED, summary, shown, null);
    } catch (TerraformFailed e) {
      return new StackPlan(stack, status(e.failure()), NOTHING, null, e.getMessage());
    } catch (IOException e) {
      return new StackPlan(stack, Status.FAILED, NOTHING, null, "could not store its plan: " + e);
    } finally {
      remove(file);
    }
  }

  private static Status status(TerraformFailure failure) {
    return switch (failure.kind()) {
      case REMOTE_STATE_MISSING, REMOTE_OUTPUT_MISSING -> Status.NOT_YET;
      case CREDENTIALS_REFUSED,
          PROVIDER_UNAVAILABLE,
          NOT_INITIALIZED,
          STATE_LOCKED,
          STATE_STORE_MISSING,
          DISK_FULL,
          ENDPOINT_UNREACHABLE,
          INTERRUPTED,
          KILLED,
          OTHER ->
          Status.FAILED;
    };
  }

  /** A plan can contain secrets. */
  private static void remove(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // a leftover temporary file does no harm
    }
  }

  /** Whether nothing would change: a stack that waits for another one changes with it. */
  public boolean isEmpty() {
    return !hasStateElsewhere()
        && stacks.stream()
            .allMatch(plan -> plan.status() != Status.NOT_YET && plan.summary().isEmpty());
  }

  /** Whether a stack was not planned because its state has to move first. */
  public boolean hasStateElsewhere() {
    return stacks.stream().anyMatch(plan -> plan.status() == Status.STATE_ELSEWHERE);
  }

  public boolean failed() {
    return stacks.stream().anyMatch(plan -> plan.status() == Status.FAILED);
  }
}
