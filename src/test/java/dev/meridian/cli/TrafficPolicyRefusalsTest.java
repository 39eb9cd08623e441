package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that plan record by record refuse names with a traffic policy, and write nothing. */
class TrafficPolicyRefusalsTest {
  private static final String VIA = "    via: traffic-policy\n";
  private static final String FIX =
      """
          fix: see docs/traffic-policies.md; an edit of a traffic policy needs no migration
      1 problem; nothing was written.
      """;

  @TempDir private Path folder;
  private Path policies;
  private Path records;

  @BeforeEach
  void declare() throws IOException {
    String declared = Files.readString(Path.of("examples/traffic-policy.yaml"));
    assertThat(declared).contains(VIA);
    policies = Files.writeString(folder.resolve("policies.yaml"), declared);
    records = Files.writeString(folder.resolve("records.yaml"), declared.replace(VIA, ""));
  }

  @Test
  void adoptRefusesEachNameAndTypeAtItsPolicy() throws IOException {
    Files.writeString(policies, dualStack(Files.readString(policies)));

    refused(
        Run.of("adopt", "-c", policies.toString()),
        """
        policies.yaml:31:7: names.api.latency: adopt cannot take over the traffic policy of api.example.com A
            fix: import it with terraform import, or leave the name out
        policies.yaml:31:7: names.api.latency: adopt cannot take over the traffic policy of api.example.com AAAA
            fix: import it with terraform import, or leave the name out
        2 problems; nothing was written.
        """);
  }

  @Test
  void migrateToATrafficPolicyIsRefusedAtThePolicy() throws IOException {
    refused(
        migrate(policies, records),
        "policies.yaml:31:7: names.api.latency: migrate cannot change the traffic policy of"
            + " api.example.com A\n"
            + FIX);
  }

  @Test
  void migrateFromATrafficPolicyIsRefusedInTheOldDeclaration() throws IOException {
    refused(
        migrate(records, policies),
        "policies.yaml: api.example.com A: migrate cannot change the traffic policy of"
            + " api.example.com A\n"
            + FIX);
  }

  @Test
  void migrateOfAnotherNameIsNotRefused() throws IOException {
    Run run = Run.of("migrate", "shop", "-c", policies.toString(), "--before", policies.toString());

    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  private static String dualStack(String declared) {
    String ipv4 = "addresses: [203.0.113.20]";
    assertThat(declared).contains(ipv4);
    return declared.replace(ipv4, "addresses: [203.0.113.20, \"2001:db8::20\"]")
        + "silence: [ipv6-asymmetry]\n";
  }

  private static Run migrate(Path to, Path from) {
    return Run.of("migrate", "api", "-c", to.toString(), "--before", from.toString());
  }

  private void refused(Run run, String message) throws IOException {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace(folder + "/", "")).isEqualTo(message);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(policies, records);
    }
  }
}
