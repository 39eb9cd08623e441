package dev.meridian.importing;

import dev.meridian.config.Deployment;
import dev.meridian.config.DeploymentReader;
import dev.meridian.model.DnsName;
import dev.meridian.model.GroupKey;
import dev.meridian.model.RoutingPlan;
import dev.meridian.plan.Compiled;
import dev.meridian.plan.Compiler;
import dev.meridian.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the declaration of a plan. What was written is read and compiled again, and whatever would
 * not be answered as before is left out and told of, so that no file is unreadable or wrong.
 */
public final class Importer {
  private static final String FILE = "imported.yaml";

  private final Heading heading;
  private final Draft draft;

  private Importer(RoutingPlan plan, Heading heading) {
    this.heading = heading;
    this.draft = new Draft(plan, heading.incomplete());
  }

  /** The declaration of {@code plan}, as far as there is one. */
  public static Imported of(RoutingPlan plan, Heading heading) {
    return new Importer(Tidy.of(plan), heading).imported();
  }

  private Imported imported() {
    // Every round leaves something out, so there are no more rounds than there are parts.
    while (draft.read()) {
      Document document = new Document(draft, heading);
      Optional<RoutingPlan> compiled = compile(document);
      if (compiled.isPresent() && isAlike(compiled.get())) {
        List<String> renamed = Renamed.between(draft, compiled.get());
        List<String> leftOut = leftOut();
        return new Imported(document.text(leftOut, renamed), leftOut, renamed);
      }
    }
    return new Imported(null, leftOut(), List.of());
  }

  private List<String> leftOut() {
    List<String> all = new ArrayList<>(heading.leftOut());
    all.addAll(draft.leftOut());
    return all;
  }

  /** The plan of what was written; empty after something was left out because of a problem. */
  private Optional<RoutingPlan> compile(Document document) {
    List<Problem> problems = new ArrayList<>();
    Optional<Deployment> deployment =
        new DeploymentReader(problems::add).read(FILE, document.text(List.of(), List.of()));
    Optional<Compiled> compiled = deployment.map(Compiler::compile);
    compiled.ifPresent(found -> problems.addAll(found.problems()));
    problems.forEach(problem -> leaveOut(document, problem));
    return problems.isEmpty() ? compiled.map(Compiled::plan) : Optional.empty();
  }

  private void leaveOut(Document document, Problem problem) {
    Set<DnsName> names = document.concerned(problem.path());
    names.forEach(name -> draft.leaveOut(name, problem.what()));
    boolean check =
        document
            .checkAt(problem.path())
            .filter(id -> draft.leaveOutCheck(id, problem.what()))
            .isPresent();
    if (names.isEmpty() && !check) {
      throw new IllegalStateException("what was imported cannot be read: " + problem);
    }
  }

  private boolean isAlike(RoutingPlan compiled) {
    Records now = Records.of(Tidy.of(compiled));
    List<DnsName> unlike =
        draft.types().keySet().stream().filter(name -> !isAlike(name, now, false)).toList();
    unlike.forEach(
        name -> draft.leaveOut(name, "Meridian would write records that answer otherwise"));
    draft.types().keySet().stream()
        .filter(name -> !isAlike(name, now, true))
        .forEach(draft::ttlDiffers);
    return unlike.isEmpty();
  }

  private boolean isAlike(DnsName name, Records now, boolean withTtl) {
    Meaning before = new Meaning(draft.records(), withTtl);
    Meaning after = new Meaning(now, withTtl);
    return draft.typesOf(name).stream()
        .map(type -> new GroupKey(name, type))
        .allMatch(key -> before.of(key).equals(after.of(key)));
  }
}
