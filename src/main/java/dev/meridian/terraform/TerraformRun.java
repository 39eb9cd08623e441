package dev.meridian.terraform;

import dev.meridian.terraform.process.Command;
import dev.meridian.terraform.process.LastLines;
import dev.meridian.terraform.process.RunningProcess;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Runs Terraform once: starts it, reads its output, and waits until it ends. */
final class TerraformRun {
  private static final int LAST_LINES = 200;

  /** The exit code if the program could not be started, as in a shell. */
  private static final int NOT_STARTED = 127;

  private final String stack;
  private final Command command;
  private final RunningProcesses processes;
  private final List<TerraformDiagnostic> diagnostics =
      Collections.synchronizedList(new ArrayList<>());
  private final LastLines lastLines = new LastLines(LAST_LINES);
  private final FailureEvidence evidence = new FailureEvidence();

  TerraformRun(String stack, Command command, RunningProcesses processes) {
    this.stack = stack;
    this.command = command;
    this.processes = processes;
  }

  /** Runs it with its standard output as progress. */
  RunResult await(Progress.Listener listener) throws InterruptedException {
    return await((String line) -> report(MachineReadableUi.read(line), listener));
  }

  /** Runs it with its standard output as lines of text. */
  RunResult await(Consumer<String> output) throws InterruptedException {
    RunningProcess process;
    try {
      process = processes.start(command);
    } catch (IOException e) {
      return new RunResult(
          NOT_STARTED, processes.stopping(), List.of(), List.of(String.valueOf(e.getMessage())));
    }
    Thread out = pump(process.standardOutput(), output);
    Thread err = pump(process.standardError(), lastLines::add);
    try {
      int code = process.await();
      out.join();
      err.join();
      return new RunResult(code, processes.stopping(), diagnostics, lastLines.list());
    } catch (InterruptedException e) {
      process.stop(processes.patience());
      throw e;
    }
  }

  private void report(Progress progress, Progress.Listener listener) {
    progress.accept(evidence);
    listener.onProgress(stack, progress);
  }

  /** Collects the output that explains a failure. */
  private final class FailureEvidence implements Progress.Cases<Void> {
    @Override
    public Void resource(Progress.Resource progress) {
      return null;
    }

    @Override
    public Void reported(Progress.Reported progress) {
      diagnostics.add(progress.diagnostic());
      return null;
    }

    @Override
    public Void summary(Progress.Summary progress) {
      return null;
    }

    @Override
    public Void line(Progress.Line progress) {
      lastLines.add(progress.text());
      return null;
    }
  }

  private Thread pump(InputStream stream, Consumer<String> lines) {
    Thread thread = new Thread(() -> copy(stream, lines), "output of " + stack);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void copy(InputStream stream, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      // the process was killed and closed its pipe; there is no more output
    }
  }
}
