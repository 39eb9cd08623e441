package dev.meridian.importing;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the declaration of a plan. To make sure that the file is readable and correct, it reads
 * and compiles the file again. Names that would get different answers are left out and reported.
 */
public final class Importer {
  private static final String FILE = "imported.yaml";

  /** Plans with fewer record sets take less than a second. */
  private static final int LARGE = 1_000;

  private final ImportMetadata metadata;
  private final Consumer<String> progress;
  private final PolicyGroups policies;
  private final UniqueRecords unique;
  private final ImportState state;
  private final List<String> wholeFile = new ArrayList<>();

  private Importer(
      RoutingPlan plan, OtherRecords others, ImportMetadata metadata, Consumer<String> progress) {
    this.metadata = metadata;
    this.progress = plan.records().size() < LARGE ? line -> {} : progress;
    this.policies = PolicyGroups.of(plan);
    this.unique = UniqueRecords.of(policies.plan());
    this.state = new ImportState(unique.plan(), metadata.incomplete(), others);
  }

  /** Returns the declaration of {@code plan}, as far as one exists. */
  public static ImportResult of(RoutingPlan plan, ImportMetadata metadata) {
    return of(plan, metadata, line -> {});
  }

  /**
   * Returns the declaration of {@code plan}, as far as one exists.
   *
   * @param progress gets lines that say what happens, if the plan is large
   */
  public static ImportResult of(
      RoutingPlan plan, ImportMetadata metadata, Consumer<String> progress) {
    OtherRecords others = OtherRecords.of(plan, metadata.incomplete());
    return new Importer(HealthCheckNormalizer.of(plan), others, metadata, progress).imported();
  }

  private ImportResult imported() {
    // Every round leaves something out, so the loop ends.
    while (wholeFile.isEmpty() && state.read()) {
      progress.accept("writing and checking " + state.trees().size() + " names");
      DeclarationFile document = new DeclarationFile(state, metadata);
      Written written = write(document);
      if (!written.problems().isEmpty()) {
        leaveOut(document.parts(), written.problems());
      } else if (!state.others().leaveOutUnlike(written.plan()) && isAlike(written.plan())) {
        List<String> renamed =
            RenameReport.between(state, HealthCheckNormalizer.of(written.plan()));
        List<String> leftOut = leftOut();
        return new ImportResult(document.text(leftOut, renamed), leftOut, renamed);
      }
    }
    return new ImportResult(null, leftOut(), List.of());
  }

  private List<String> leftOut() {
    List<String> all = new ArrayList<>(metadata.leftOut());
    all.addAll(policies.leftOut());
    all.addAll(unique.leftOut());
    all.addAll(state.leftOut());
    all.addAll(wholeFile);
    return all;
  }

  /**
   * The file, read and compiled again.
   *
   * @param plan complete only if there are no problems
   */
  private record Written(RoutingPlan plan, List<Diagnostic> problems) {}

  private Written write(DeclarationFile document) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Deployment> deployment =
        new DeploymentReader(problems::add).read(FILE, document.text(List.of(), List.of()));
    Optional<CompiledPlan> compiled = deployment.map(Compiler::compile);
    compiled.ifPresent(found -> problems.addAll(found.problems()));
    return new Written(
        compiled.map(CompiledPlan::plan).orElseGet(() -> state.plan()), List.copyOf(problems));
  }

  private void leaveOut(FileParts parts, List<Diagnostic> problems) {
    boolean any = false;
    for (Diagnostic problem : problems) {
      any |= leaveOut(parts, problem);
    }
    if (!any) {
      leaveOutByTrial(problems);
    }
  }

  /**
   * Leaves out the parts of the file that {@code problem} affects. Returns false if there are none.
   */
  private boolean leaveOut(FileParts parts, Diagnostic problem) {
    boolean any = false;
    for (DnsName name : parts.concerned(problem.keyPath())) {
      any |= state.repeat(name) || state.leaveOut(name, problem.what());
    }
    Optional<String> collection = parts.collectionAt(problem.keyPath());
    if (collection.isPresent()) {
      String why = "its CIDR collection " + collection.get() + " is left out";
      for (DnsName name : parts.using(collection.get())) {
        any |= state.leaveOut(name, why);
      }
      any |= state.leaveOutCollection(collection.get(), problem.what());
    }
    any |= state.others().leaveOut(problem.keyPath(), problem.what());
    any |=
        parts
            .checkAt(problem.keyPath())
            .filter(id -> state.leaveOutCheck(id, problem.what()))
            .isPresent();
    return any;
  }

  /**
   * Some problems affect no single part of the file, such as too deep nesting. This leaves out the
   * names that have such a problem without the others. If none or all of them do, there is no file.
   */
  private void leaveOutByTrial(List<Diagnostic> problems) {
    List<DnsName> unreadable = new ArrayList<>();
    halve(List.copyOf(state.trees().keySet()), unreadable);
    if (unreadable.isEmpty() || unreadable.size() == state.trees().size()) {
      problems.forEach(
          problem ->
              wholeFile.add(
                  problem.path().isEmpty()
                      ? problem.what()
                      : problem.path() + ": " + problem.what()));
    } else {
      unreadable.forEach(name -> state.leaveOut(name, problems.get(0).what()));
    }
  }

  /** Collects the names among {@code names} that have problems; these have some together. */
  private void halve(List<DnsName> names, List<DnsName> unreadable) {
    int half = names.size() / 2;
    if (half == 0) {
      unreadable.addAll(names);
      return;
    }
    for (List<DnsName> part : List.of(names.subList(0, half), names.subList(half, names.size()))) {
      if (!write(new DeclarationFile(state.only(part), metadata)).problems().isEmpty()) {
        halve(part, unreadable);
      }
    }
  }

  /**
   * Whether the declaration has all record sets as they are, or at least gives the same answers
   * where it cannot.
   */
  private boolean isAlike(RoutingPlan compiled) {
    RecordLookup before = state.records();
    RecordLookup now = RecordLookup.of(HealthCheckNormalizer.of(compiled));
    SameRecords same = new SameRecords(before, now);
    boolean repeated = false;
    for (DnsName name : state.types().keySet()) {
      repeated |=
          !state.hasTrafficPolicy(name)
              && !same.at(name, state.typesOf(name))
              && state.repeat(name);
    }
    if (repeated) {
      return false;
    }
    List<DnsName> unlike =
        state.types().keySet().stream()
            .filter(name -> !same.at(name, state.typesOf(name)) && !isAlike(name, before, now))
            .toList();
    unlike.forEach(
        name -> state.leaveOut(name, "Meridian would write records with different answers"));
    return unlike.isEmpty();
  }

  private boolean isAlike(DnsName name, RecordLookup before, RecordLookup now) {
    AnswerSignature old = new AnswerSignature(before);
    AnswerSignature written = new AnswerSignature(now);
    return state.typesOf(name).stream()
        .map(type -> new RrsetKey(name, type))
        .allMatch(key -> old.of(key).equals(written.of(key)));
  }
}
