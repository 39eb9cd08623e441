package dev.meridian.rehearse;

import dev.meridian.config.Deployment;
import dev.meridian.live.AwsAccess;
import dev.meridian.live.LiveFailed;
import dev.meridian.terraform.RunningProcesses;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A rehearsal from the start of a local AWS to its end. */
public final class RehearsalRun {
  private final Options options;
  private final RunningProcesses processes;
  private final Consumer<String> out;

  /**
   * What to do.
   *
   * @param home the folder that holds {@code .gen}
   * @param folder where everything is written
   * @param endpoint an emulator that runs already; null to start a local AWS
   * @param keep whether what is applied, and the local AWS, stay
   */
  public record Options(
      Path home,
      Path folder,
      @Nullable URI endpoint,
      boolean keep,
      TerraformBinary binary,
      Map<String, String> environment) {}

  /**
   * How it ended.
   *
   * @param findings what is wrong; none where all is well
   * @param table the steps with their times
   * @param excused the emulator's own differences that a plan showed
   * @param kept what stays running; null where nothing does
   */
  public record Result(
      List<String> findings, List<String> table, Set<String> excused, @Nullable Kept kept) {}

  /**
   * A local AWS that stays.
   *
   * @param pid 0 for one that somebody else started
   */
  public record Kept(URI endpoint, long pid, SortedMap<String, String> environment, Path output) {}

  public RehearsalRun(Options options, RunningProcesses processes, Consumer<String> out) {
    this.options = options;
    this.processes = processes;
    this.out = out;
  }

  /** Rehearses {@code deployment}; what it made is taken down again even where it failed. */
  public Result run(Rehearsable rehearsable)
      throws StacksFailed, LocalAwsFailed, LiveFailed, IOException, InterruptedException {
    ProgressLines progress = new ProgressLines(out, System::nanoTime);
    URI given = options.endpoint();
    if (given != null) {
      return rehearse(rehearsable, progress, given, null);
    }
    progress.tell("local AWS", "start");
    LocalAws.Options where = LocalAws.Options.in(options.folder());
    try (LocalAws aws =
        LocalAws.start(
            LocalAwsProgram.in(options.home(), processes),
            processes,
            options.keep() ? where.staying() : where)) {
      progress.tell("local AWS", "answers at " + aws.endpoint());
      Result result = rehearse(rehearsable, progress, aws.endpoint(), aws);
      if (options.keep()) {
        aws.keep();
      }
      return result;
    }
  }

  private Result rehearse(
      Rehearsable rehearsable, ProgressLines progress, URI endpoint, @Nullable LocalAws own)
      throws StacksFailed, LiveFailed, IOException, InterruptedException {
    AwsAccess access = AwsAccess.emulator(endpoint);
    Deployment deployment = rehearsable.deployment();
    StackSet stacks = new StackSet(deployment, output(), settings(endpoint, progress));
    progress.label(labels(deployment));
    EmulatorDifferences excused =
        LocalAws.isOne(endpoint) ? EmulatorDifferences.ofLocalAws() : EmulatorDifferences.NONE;
    Rehearsal rehearsal = new Rehearsal(stacks, rehearsable.plan(), access, excused, progress);
    long began = System.nanoTime();
    SortedSet<String> before = new TreeSet<>(rehearsal.existing());
    rehearsal.apply();
    rehearsal.planAgain();
    rehearsal.readBack();
    rehearsal.edit();
    if (!options.keep()) {
      rehearsal.destroy();
      rehearsal.nothingIsLeft(before);
    }
    List<String> table = new ArrayList<>(rehearsal.steps().table());
    table.add("in all " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    Kept kept =
        options.keep()
            ? new Kept(
                endpoint, own == null ? 0 : own.pid(), LocalAws.environment(endpoint), output())
            : null;
    return new Result(rehearsal.findings(), table, rehearsal.occurred(), kept);
  }

  private Path output() {
    return options.folder().toAbsolutePath().resolve("cdktf.out");
  }

  private TerraformSettings settings(URI endpoint, ProgressLines progress) throws IOException {
    Path folder = options.folder().resolve("settings");
    return TerraformSettings.usual(options.binary(), processes, options.environment(), folder)
        .with(LocalAws.environment(endpoint))
        .heardBy(progress);
  }

  private static Map<String, String> labels(Deployment deployment) {
    Map<String, String> labels = new LinkedHashMap<>();
    deployment
        .regions()
        .keySet()
        .forEach(code -> labels.put(deployment.regionStackName(code), code));
    labels.put(deployment.dnsStackName(), "dns");
    return labels;
  }
}
