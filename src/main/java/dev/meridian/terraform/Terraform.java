package dev.meridian.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.terraform.json.Json;
import dev.meridian.terraform.json.StateOutputs;
import dev.meridian.terraform.json.TerraformFile;
import dev.meridian.terraform.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs Terraform on one stack. Every method runs it once, and returns when it has ended. Different
 * stacks can run on different threads. If the calling thread is interrupted, Terraform ends
 * gracefully.
 */
public final class Terraform {
  /**
   * Stacks share a provider cache, which Terraform does not protect against concurrent use
   * (Terraform CLI configuration, "Provider Plugin Cache").
   */
  private static final ReentrantLock ONE_INIT = new ReentrantLock();

  private static final int CHANGES = 2;

  private final String stack;
  private final Path directory;
  private final TerraformSettings settings;

  /** Terraform for {@code stack}, whose files are in {@code directory}. */
  public Terraform(String stack, Path directory, TerraformSettings settings) {
    this.stack = stack;
    this.directory = directory;
    this.settings = settings;
  }

  /** Installs providers and sets up the backend; {@code more} are additional options. */
  public void init(String... more) throws TerraformFailed, InterruptedException {
    ONE_INIT.lockInterruptibly();
    try {
      run(words(List.of("init", "-input=false", "-no-color"), more));
    } finally {
      ONE_INIT.unlock();
    }
  }

  /** Writes a plan to {@code file}, and returns whether it has changes. */
  public boolean plan(Path file, String... more) throws TerraformFailed, InterruptedException {
    List<String> words =
        List.of("plan", "-json", "-input=false", "-detailed-exitcode", "-out=" + absolute(file));
    RunResult result = newRun(words(words, more)).await(settings.listener());
    boolean planned = result.exitCode() == 0 || result.exitCode() == CHANGES;
    if (!planned || result.interrupted()) {
      throw failed(result);
    }
    return result.exitCode() == CHANGES;
  }

  /** Applies the plan in {@code file}. */
  public void apply(Path file) throws TerraformFailed, InterruptedException {
    run(List.of("apply", "-json", "-input=false", absolute(file)));
  }

  /** Plans and applies in one step. */
  public void apply() throws TerraformFailed, InterruptedException {
    run(List.of("apply", "-json", "-input=false", "-auto-approve"));
  }

  /** Destroys everything in the state. */
  public void destroy() throws TerraformFailed, InterruptedException {
    run(List.of("destroy", "-json", "-input=false", "-auto-approve"));
  }

  /** The outputs of the state: texts and lists of texts. Other values are JSON. */
  public StateOutputs outputs() throws TerraformFailed, InterruptedException {
    return StateOutputs.of(json(List.of("output", "-json", "-no-color")));
  }

  /** Reads the plan or the state in {@code file}, with {@code terraform show -json}. */
  public TerraformFile show(Path file) throws TerraformFailed, InterruptedException {
    return TerraformFile.of(stack, json(List.of("show", "-json", "-no-color", absolute(file))));
  }

  /**
   * Reads the state, with {@code terraform state pull}. Unlike {@code terraform show}, it does not
   * start the provider, which takes the AWS provider two seconds of CPU time.
   */
  public TerraformFile state() throws TerraformFailed, InterruptedException {
    String text = text(List.of("state", "pull", "-no-color"));
    // Before the first apply there is no state.
    return TerraformFile.ofState(stack, text.isBlank() ? "{}" : text)
        .orElseThrow(() -> unexpected("a state", text));
  }

  private JsonNode json(List<String> words) throws TerraformFailed, InterruptedException {
    String text = text(words);
    return Json.parse(text).orElseThrow(() -> unexpected("JSON", text));
  }

  private TerraformFailed unexpected(String expected, String text) {
    return failed(
        new RunResult(0, false, List.of(), List.of("expected " + expected + ", but got: " + text)));
  }

  private String text(List<String> words) throws TerraformFailed, InterruptedException {
    StringBuilder text = new StringBuilder();
    RunResult result = newRun(words).await(line -> text.append(line).append('\n'));
    if (result.exitCode() != 0 || result.interrupted()) {
      throw failed(result);
    }
    return text.toString();
  }

  private void run(List<String> words) throws TerraformFailed, InterruptedException {
    RunResult result = newRun(words).await(settings.listener());
    if (result.exitCode() != 0 || result.interrupted()) {
      throw failed(result);
    }
  }

  private TerraformRun newRun(List<String> words) {
    List<String> all = new ArrayList<>(List.of(settings.binary().program().toString()));
    all.addAll(words);
    SortedMap<String, String> environment = new TreeMap<>(settings.environment());
    return new TerraformRun(stack, new Command(all, directory, environment), settings.processes());
  }

  private TerraformFailed failed(RunResult result) {
    return new TerraformFailed(new FailureClassifier(stack, result).classify());
  }

  private static List<String> words(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().toString();
  }
}
