package dev.meridian.importing;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.CidrCollection;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RrsetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the declaration of a plan. To make sure that the file is readable and correct, it reads
 * and compiles the file again. Names that would get different answers are left out and reported.
 */
public final class Importer {
  private static final String FILE = "imported.yaml";

  private final ImportMetadata metadata;
  private final UniqueRecords unique;
  private final ImportState state;
  private final List<String> wholeFile = new ArrayList<>();

  private Importer(RoutingPlan plan, ImportMetadata metadata) {
    this.metadata = metadata;
    this.unique = UniqueRecords.of(plan);
    this.state = new ImportState(unique.plan(), metadata.incomplete());
  }

  /** Returns the declaration of {@code plan}, as far as one exists. */
  public static ImportResult of(RoutingPlan plan, ImportMetadata metadata) {
    return new Importer(HealthCheckNormalizer.of(plan), metadata).imported();
  }

  private ImportResult imported() {
    // Every round leaves something out, so the loop ends.
    while (wholeFile.isEmpty() && state.read()) {
      DeclarationFile document = new DeclarationFile(state, metadata);
      Written written = write(document);
      if (!written.problems().isEmpty()) {
        leaveOut(document, written.problems());
      } else if (isAlike(written.plan())) {
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

  private void leaveOut(DeclarationFile document, List<Diagnostic> problems) {
    boolean any = false;
    for (Diagnostic problem : problems) {
      any |= leaveOut(document, problem);
    }
    if (!any) {
      leaveOutByTrial(problems);
    }
  }

  /**
   * Leaves out the parts of the file that {@code problem} affects. Returns false if there are none.
   */
  private boolean leaveOut(DeclarationFile document, Diagnostic problem) {
    boolean any = false;
    for (DnsName name : document.concerned(problem.keyPath())) {
      any |= state.repeat(name) || state.leaveOut(name, problem.what());
    }
    for (CidrCollection collection : document.collectionsAt(problem.keyPath())) {
      for (DnsName name : document.using(collection)) {
        any |= state.leaveOut(name, "its CIDR collection " + collection.name() + " is left out");
      }
      any |= state.leaveOutCollection(collection.name(), problem.what());
    }
    any |=
        document
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
    List<DnsName> unreadable =
        state.trees().keySet().stream().filter(this::isUnreadableAlone).toList();
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

  private boolean isUnreadableAlone(DnsName name) {
    ImportState alone = state.only(name);
    return alone.read() && !write(new DeclarationFile(alone, metadata)).problems().isEmpty();
  }

  /**
   * Whether the declaration has all record sets as they are, or at least gives the same answers
   * where it cannot.
   */
  private boolean isAlike(RoutingPlan compiled) {
    RecordLookup now = RecordLookup.of(HealthCheckNormalizer.of(compiled));
    SameRecords same = new SameRecords(state.records(), now);
    boolean repeated = false;
    for (DnsName name : state.types().keySet()) {
      repeated |= !same.at(name, state.typesOf(name)) && state.repeat(name);
    }
    if (repeated) {
      return false;
    }
    List<DnsName> unlike =
        state.types().keySet().stream().filter(name -> !isAlike(name, now)).toList();
    unlike.forEach(
        name -> state.leaveOut(name, "Meridian would write records with different answers"));
    return unlike.isEmpty();
  }

  private boolean isAlike(DnsName name, RecordLookup now) {
    AnswerSignature before = new AnswerSignature(state.records(), true);
    AnswerSignature after = new AnswerSignature(now, true);
    return state.typesOf(name).stream()
        .map(type -> new RrsetKey(name, type))
        .allMatch(key -> before.of(key).equals(after.of(key)));
  }
}
