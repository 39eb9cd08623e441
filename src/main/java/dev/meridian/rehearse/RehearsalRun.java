package dev.meridian.rehearse;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.emulator.EmulatorFixtures;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.operate.EmulatorDifferences;
import dev.meridian.operate.ProgressLines;
import dev.meridian.operate.StackSet;
import dev.meridian.terraform.StacksFailed;
import dev.meridian.terraform.TerraformBinary;
import dev.meridian.terraform.TerraformSettings;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.process.RunningProcesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a rehearsal, from the start of a local AWS to its end. */
public final class RehearsalRun {
  private final Options options;
  private final RunningProcesses processes;
  private final Consumer<String> out;
  private final ProgressLines progress;

  /** A drill on the applied system, before it is destroyed. */
  @FunctionalInterface
  public interface AppliedDrill {
    /**
     * Plays it.
     *
     * @param deployment as it was applied, with what replaces resources that exist elsewhere
     * @param zoneId the hosted zone
     * @param outputs of the regions
     * @return what is wrong; empty if everything works as predicted
     */
    List<String> findings(
        Deployment deployment, String zoneId, KnownOutputs outputs, AwsAccess access)
        throws AwsReadException, InterruptedException;
  }

  /**
   * The options of a rehearsal.
   *
   * @param home the folder that holds {@code .gen}
   * @param folder the folder for all files
   * @param endpoint the URL of a running emulator; null to start a local AWS
   * @param keep whether the applied stacks and the local AWS stay
   * @param drill null for none
   */
  public record Options(
      Path home,
      Path folder,
      @Nullable URI endpoint,
      boolean keep,
      TerraformBinary binary,
      Map<String, String> environment,
      @Nullable AppliedDrill drill) {}

  /**
   * The result of a rehearsal.
   *
   * @param findings what is wrong; empty if everything works
   * @param table the steps with their times
   * @param excused differences of the emulator that plans showed
   * @param running what stays running; null if nothing does
   */
  public record Result(
      List<String> findings,
      List<String> table,
      Set<String> excused,
      @Nullable RunningRehearsal running) {}

  public RehearsalRun(Options options, RunningProcesses processes, Consumer<String> out) {
    this.options = options;
    this.processes = processes;
    this.out = out;
    this.progress = new ProgressLines(out, System::nanoTime);
  }

  /** The stacks that Terraform is working on, for the message on an interrupt. */
  public List<String> underWay() {
    return progress.underWay();
  }

  /** Rehearses {@code rehearsable}. Destroys what it created, even after findings. */
  public Result run(RehearsalDeployment rehearsable)
      throws StacksFailed,
          LocalAwsFailed,
          AwsReadException,
          RehearsalRefused,
          IOException,
          InterruptedException {
    try (RehearsalFolder folder = RehearsalFolder.take(options.folder())) {
      URI given = options.endpoint();
      if (given != null && !LocalAws.isThere(given)) {
        throw new LocalAwsFailed(
            "Nothing is listening at "
                + given
                + ". Start the emulator, or omit --aws-endpoint to let Meridian start its own.");
      }
      folder.makeRoom(given, LocalAws::isThere, out);
      if (given != null) {
        folder.occupy(given);
        return on(given, 0, rehearsable, folder);
      }
      progress.report("local AWS", "start");
      LocalAws.Options where = LocalAws.Options.in(folder.path());
      LocalAwsProgram program =
          LocalAwsProgram.in(
              options.home(), processes, line -> progress.report("local AWS", line.strip()));
      try (LocalAws aws =
          LocalAws.start(program, processes, options.keep() ? where.staying() : where)) {
        folder.occupy(aws.endpoint(), aws.pid());
        if (options.keep()) {
          aws.mayOutlive();
        }
        progress.report("local AWS", "answers at " + aws.endpoint());
        return onOwn(aws, rehearsable, folder);
      }
    }
  }

  private Result onOwn(LocalAws aws, RehearsalDeployment rehearsable, RehearsalFolder folder)
      throws StacksFailed, LocalAwsFailed, AwsReadException, IOException, InterruptedException {
    // Without this, Terraform tries for minutes to reach an endpoint that has ended.
    Thread watch = aws.whenGone(processes::stopAll);
    try {
      Result result = on(aws.endpoint(), aws.pid(), rehearsable, folder);
      if (result.running() != null) {
        aws.keep();
      }
      return result;
    } catch (StacksFailed | AwsReadException e) {
      String death = aws.death().orElse(null);
      if (death == null) {
        throw e;
      }
      List<String> stacks = underWay();
      throw new LocalAwsFailed(
          death
              + "\nIts resources no longer exist"
              + (stacks.isEmpty() ? "" : ": " + String.join(", ", stacks) + " cannot continue")
              + ". Run ./meridian rehearse again. It starts from the beginning.");
    } finally {
      watch.interrupt();
    }
  }

  private Result on(URI endpoint, long pid, RehearsalDeployment rehearsable, RehearsalFolder folder)
      throws StacksFailed, AwsReadException, LocalAwsFailed, IOException, InterruptedException {
    String home = rehearsable.deployment().stacks().dns().awsRegion();
    AwsAccess access = AwsAccess.emulator(endpoint).at(home);
    PlaceholderFile file = folder.placeholders();
    file.note(rehearsable.limits());
    PlaceholderResources placeholders =
        new PlaceholderResources(new EmulatorFixtures(access), file);
    Deployment deployment = placeholders.create(rehearsable.deployment());
    StateBuckets.make(deployment.state(), endpoint);
    Path output = folder.path().resolve("cdktf.out");
    StackSet stacks = new StackSet(deployment, output, settings(endpoint, folder));
    progress.label(stacks.labels());
    EmulatorDifferences excused = LocalAws.differencesAt(endpoint);
    Rehearsal rehearsal =
        new Rehearsal(
            stacks,
            Compiler.compile(deployment).plan(),
            access,
            excused,
            progress,
            options.drill());
    boolean done = rehearsal.run(options.keep(), folder.before(rehearsal.existing()));
    if (done) {
      placeholders.clear(deployment);
      folder.vacate();
    }
    RunningRehearsal running =
        done || !options.keep()
            ? null
            : new RunningRehearsal(
                endpoint, pid, output, stacks.dns().name(), variables(endpoint, home));
    return new Result(
        rehearsal.findings(), rehearsal.timings().table(), rehearsal.occurred(), running);
  }

  private SortedMap<String, String> variables(URI endpoint, String home) {
    SortedMap<String, String> variables = LocalAws.environment(endpoint, options.environment());
    variables.put("AWS_REGION", home);
    variables.put("TF_DATA_DIR", "");
    return variables;
  }

  private TerraformSettings settings(URI endpoint, RehearsalFolder folder) throws IOException {
    Path files = folder.path().resolve("settings");
    return TerraformSettings.usual(options.binary(), processes, options.environment(), files)
        .with(LocalAws.environment(endpoint, options.environment()))
        .withListener(progress);
  }
}
