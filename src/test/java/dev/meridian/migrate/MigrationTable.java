package dev.meridian.migrate;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordKey;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The number of applies of each pair of policies, as docs/migrate.md has it. */
public final class MigrationTable {
  private static final DnsName NAME = new DnsName("www.example.com");

  /** Of a simple policy: some of them are targets of the other policy. */
  private static final List<String> TARGETS = List.of("a", "b", "c", "rack");

  private MigrationTable() {}

  /** The lines of the table. */
  public static String lines() throws CannotMigrate {
    List<String> policies = PolicyPairs.policies();
    StringBuilder lines = new StringBuilder();
    lines.append("| from, to | ").append(String.join(" | ", policies)).append(" |\n|---|");
    lines.append("--:|".repeat(policies.size())).append('\n');
    for (String old : policies) {
      lines.append("| ").append(old).append(" |");
      for (String fresh : policies) {
        lines.append(old.equals(fresh) ? "" : " " + String.join(" or ", applies(old, fresh)));
        lines.append(" |");
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  private static SortedSet<String> applies(String old, String fresh) throws CannotMigrate {
    SortedSet<String> applies = new TreeSet<>();
    for (String target : TARGETS) {
      String before = old.equals("simple") ? "simple: " + target : PolicyPairs.policy(old);
      List<MigrationStep> steps =
          PolicyMigration.steps(
              PolicyPairs.planOf(before),
              PolicyPairs.planOf(PolicyPairs.policy(fresh)),
              List.of(NAME),
              RecordKey::toString,
              RecordKey::toString);
      applies.add(String.valueOf(steps.size()));
    }
    return applies;
  }
}
