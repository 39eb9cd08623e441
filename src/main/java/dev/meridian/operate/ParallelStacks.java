package dev.meridian.operate;

import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.TerraformFailed;
import dev.meridian.terraform.TerraformFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works on several stacks in parallel, and waits for all of them. */
public final class ParallelStacks {
  private ParallelStacks() {}

  /** The work on one stack. */
  public interface Job {
    void work(String stack) throws TerraformFailed, InterruptedException;
  }

  /**
   * Runs {@code job} for each stack.
   *
   * @throws StacksFailed with the failure of every stack that failed
   */
  public static void run(List<String> stacks, Job job) throws StacksFailed, InterruptedException {
    if (stacks.isEmpty()) {
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(stacks.size());
    try {
      List<Callable<Void>> jobs = stacks.stream().map(stack -> callable(stack, job)).toList();
      List<TerraformFailure> failures = new ArrayList<>();
      for (Future<Void> done : threads.invokeAll(jobs)) {
        failure(done, failures);
      }
      if (!failures.isEmpty()) {
        throw new StacksFailed(failures);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Void> callable(String stack, Job job) {
    return () -> {
      job.work(stack);
      return null;
    };
  }

  private static void failure(Future<Void> done, List<TerraformFailure> failures)
      throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TerraformFailed failed) {
        failures.add(failed.failure());
      } else if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      } else {
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}
