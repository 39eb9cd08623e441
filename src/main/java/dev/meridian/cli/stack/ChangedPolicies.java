package dev.meridian.cli.stack;

import dev.meridian.cli.option.DeclarationOption;
import dev.meridian.cli.option.ShellWord;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.NameDeclaration;
import dev.meridian.migrate.WrittenPolicies;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import dev.meridian.stacks.StackTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Names whose policies are of another kind than in the DNS stack on disk. Route 53 refuses to
 * change such a name record set by record set.
 *
 * @param output such as {@code cdktf.out}
 */
public record ChangedPolicies(Path output, DeclarationOption.Loaded loaded) {

  /**
   * One warning for each name.
   *
   * @param written what {@code synth} is about to write
   */
  public List<String> warnings(RoutingPlan written, Optional<Migration> migration)
      throws IOException {
    Deployment deployment = loaded.deployment();
    SortedMap<String, PolicyKind> old = onDisk(deployment);
    List<String> warnings = new ArrayList<>();
    Set<String> named = new TreeSet<>();
    for (RecordSet record : written.records()) {
      PolicyKind before = old.get(record.group().toString());
      PolicyKind now = record.policy().kind();
      if (before == null || before == now) {
        continue;
      }
      deployment.names().stream()
          .filter(name -> name.name().equals(record.name()))
          .map(NameDeclaration::label)
          .filter(label -> migration.filter(it -> it.file().names().contains(label)).isEmpty())
          .filter(named::add)
          .forEach(label -> warnings.add(warning(label, before, now)));
    }
    return warnings;
  }

  private SortedMap<String, PolicyKind> onDisk(Deployment deployment) throws IOException {
    String dns = deployment.stacks().dns().name();
    Path file = output.resolve("stacks").resolve(dns).resolve("cdk.tf");
    if (!Files.isRegularFile(file)) {
      return Collections.emptySortedMap();
    }
    boolean own = StackTags.in(file).filter(tags -> tags.isOf(deployment)).isPresent();
    return own ? WrittenPolicies.in(file) : Collections.emptySortedMap();
  }

  private String warning(String label, PolicyKind before, PolicyKind now) {
    return "warning: the policy of "
        + label
        + " was "
        + before.keyword()
        + " in the stack on disk, and becomes "
        + now.keyword()
        + ". If that stack is applied, do not apply this one: Route 53 refuses a "
        + now.keyword()
        + " record set next to a "
        + before.keyword()
        + " one, and without them the name has no answer. Run ./meridian migrate "
        + ShellWord.of(label)
        + " --before OLD.yaml, with the declaration that is applied, and then synth again."
        + " docs/migrate.md shows how front-door: true avoids this.";
  }
}
