package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.migrate.MigrationTable;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {
  private static final Path PAGE = Path.of("docs/migrate.md");
  private static final Pattern FILE = Pattern.compile("(?ms)^```yaml\n# (\\S+)\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^    \\./meridian (.*)$");

  @TempDir Path folder;

  private Path declaration() {
    return folder.resolve("meridian.yaml");
  }

  private Path migration() {
    return folder.resolve("meridian.migration.yaml");
  }

  private void writeExample() throws IOException {
    Matcher files = FILE.matcher(Files.readString(PAGE));
    while (files.find()) {
      Files.writeString(folder.resolve(files.group(1)), files.group(2));
    }
  }

  private Run run(String... words) {
    List<String> all = new ArrayList<>();
    for (String word : words) {
      all.add(word.equals("old.yaml") ? folder.resolve(word).toString() : word);
    }
    all.addAll(List.of("-c", declaration().toString()));
    if (words[0].equals("synth") || words[0].equals("diff")) {
      all.addAll(List.of("-o", folder.resolve("cdktf.out").toString()));
    }
    return Run.of(all.toArray(String[]::new));
  }

  private String stack() throws IOException {
    return Files.readString(folder.resolve("cdktf.out/stacks/shop-production-dns/cdk.tf"));
  }

  @Test
  void theExampleOfThePageRuns() throws IOException {
    writeExample();
    List<String> commands =
        COMMAND
            .matcher(Files.readString(PAGE))
            .results()
            .map(MatchResult::group)
            .map(line -> line.replaceFirst("^\\s*\\./meridian ", ""))
            .toList();
    List<Boolean> inProgress = new ArrayList<>();
    for (String command : commands) {
      Run run = run(command.split(" "));
      assertThat(run.exitCode()).as(command + run).isZero();
      inProgress.add(Files.exists(migration()));
    }

    assertThat(commands).hasSize(9);
    assertThat(inProgress).containsExactly(false, true, true, true, true, true, true, false, false);
    assertThat(stack()).doesNotContain("__migration", "_www-latency", "moved {");
  }

  @Test
  void thePageHasTheNumberOfAppliesOfEachPair() throws Exception {
    assertThat(Files.readString(PAGE)).contains(MigrationTable.lines());
  }

  @Test
  void theStepsAreShownAndNothingIsWritten() throws IOException {
    writeExample();
    Run run = run("migrate", "www", "--before", "old.yaml", "--dry-run");

    assertThat(run.out())
        .isEqualTo(
            """
            Step 1 of 3:
              www.example.com A: the latency record sets are created at a hidden name, and the weighted record sets point to them.
            Step 2 of 3:
              www.example.com A: all weighted record sets but one are deleted; one batch turns that one into the first latency record set; then the others are created.
            Step 3 of 3:
              www.example.com A: each latency record set gets its own target.
            Proved for each step: every client that has an answer before and after has one.
            """);
    assertThat(migration()).doesNotExist();
  }

  @Test
  void whileAMigrationIsInProgressTheCommandsSayWhichStepIsInPlace() throws IOException {
    writeExample();
    run("migrate", "www", "--before", "old.yaml");
    String notice =
        "The migration of www is at step 1 of 3. After the DNS stack of this step is applied, run"
            + " ./meridian migrate www for the next step.";

    assertThat(run("validate").err()).contains(notice);
    assertThat(run("synth").err()).contains(notice);
    String ownership = "resource \"aws_route53_record\" \"_meridian_";
    assertThat(stack()).contains("_www-latency_eu-central-1", "weighted_routing_policy", "moved {");
    assertThat(stack()).contains(ownership);
    assertThat(run("migrate", "www").exitCode()).isZero();
    assertThat(run("validate").err()).contains("is at step 2 of 3");
    run("synth");
    assertThat(stack()).contains(ownership);
    assertThat(run("migrate", "www", "--dry-run").out()).contains("Step 3 of 3");
    assertThat(run("validate").err()).contains("is at step 2 of 3");
  }

  @Test
  void synthWarnsOfAPolicyThatChangesWithoutAMigration() throws IOException {
    writeExample();
    String now = Files.readString(declaration());
    Files.copy(
        folder.resolve("old.yaml"),
        declaration(),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(run("synth").err()).doesNotContain("migrate");
    Files.writeString(declaration(), now);
    Run warned = run("synth");

    assertThat(warned.exitCode()).isZero();
    assertThat(warned.err())
        .contains(
            "warning: the policy of www was weighted in the stack on disk, and becomes latency.",
            "./meridian migrate www --before OLD.yaml");
    assertThat(run("synth").err()).doesNotContain("warning: the policy");
  }

  @Test
  void behindAFrontDoorNothingHasToBeMigrated() throws IOException {
    writeExample();
    for (String file : List.of("old.yaml", "meridian.yaml")) {
      Path path = folder.resolve(file);
      Files.writeString(
          path,
          Files.readString(path)
              .replaceFirst("(?m)^  www: \\{(.*)}$", "  www: {$1, front-door: true}"));
    }
    Run run = run("migrate", "www", "--before", "old.yaml");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("is behind a front door: run ./meridian synth");
    assertThat(migration()).doesNotExist();
  }

  @Test
  void whatCannotBeMigratedIsRefusedWithAFix() throws IOException {
    writeExample();
    assertThat(run("migrate", "www").err()).contains("say what the policy was: --before OLD.yaml");
    assertThat(run("migrate", "nobody", "--before", "old.yaml").err())
        .contains("there is no name \"nobody\"");

    Path old = folder.resolve("old.yaml");
    String before = Files.readString(old);
    Files.writeString(
        old,
        before
            .replace("addresses: [203.0.113.1]", "host: b.example.net")
            .replace("addresses: [203.0.113.2]", "host: p.example.net"));
    Run hosts = run("migrate", "www", "--before", "old.yaml");
    assertThat(hosts.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(hosts.err()).contains("a CNAME record excludes all other types", "in one batch");

    Files.writeString(old, before.replace("www:", "other:"));
    assertThat(run("migrate", "www", "--before", "old.yaml").err())
        .contains("www.example.com had no record sets before");
    Files.writeString(old, before.replace("zone: example.com", "zone: example.org"));
    assertThat(run("migrate", "www", "--before", "old.yaml").err())
        .contains("the old policy is in the zone example.org, not in example.com");
    assertThat(migration()).doesNotExist();
  }

  @Test
  void aPolicyThatChangesMeanwhileIsRefused() throws IOException {
    writeExample();
    run("migrate", "www", "--before", "old.yaml");
    Files.writeString(
        declaration(),
        Files.readString(declaration())
            .replaceFirst(
                "(?m)^  www:.*$", "  www: {failover: {primary: berlin, secondary: paris}}"));
    Run run = run("synth");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("the policies of www changed since the first step", "finish the migration");
  }

  @Test
  void aBranchCanChangeItsTargetMeanwhile() throws IOException {
    writeExample();
    run("migrate", "www", "--before", "old.yaml");
    Files.writeString(
        declaration(), Files.readString(declaration()).replace("203.0.113.2", "203.0.113.9"));

    assertThat(run("synth").exitCode()).isZero();
    assertThat(stack()).contains("203.0.113.9");
  }

  @Test
  void aFileThatSomebodyBrokeIsRefused() throws IOException {
    writeExample();
    run("migrate", "www", "--before", "old.yaml");
    String good = Files.readString(migration());

    Files.writeString(migration(), good.replace("step: 1", "step: 7"));
    assertThat(run("synth").err()).contains("there is no step 7 of 3");
    Files.writeString(migration(), good.replace("step: 1\n", ""));
    assertThat(run("validate").err()).contains("one of stack, names, step");
    Files.writeString(migration(), good.replace("stack: shop", "stack: other"));
    assertThat(run("diff").err()).contains("a migration of the stack other-production-dns");
  }

  @Test
  void aStateCanSayWhatThePolicyWas() throws IOException {
    writeExample();
    Path state = folder.resolve("state.json");
    Files.writeString(
        state,
        """
        {"version": 4, "lineage": "a", "outputs": {}, "resources": [
          {"mode": "managed", "type": "aws_route53_zone", "name": "main", "instances": [
            {"attributes": {"zone_id": "Z1", "name": "example.com"}}]},
          {"mode": "managed", "type": "aws_route53_record", "name": "www_berlin", "instances": [
            {"attributes": {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60,
             "records": ["203.0.113.1"], "set_identifier": "berlin",
             "weighted_routing_policy": [{"weight": 70}]}}]},
          {"mode": "managed", "type": "aws_route53_record", "name": "www_paris", "instances": [
            {"attributes": {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60,
             "records": ["203.0.113.2"], "set_identifier": "paris",
             "weighted_routing_policy": [{"weight": 30}]}}]}]}
        """);
    saysWhatThePolicyWas("--state", state.toString());
  }

  @Test
  void aPlanCanSayWhatThePolicyIsOnceItIsApplied() throws IOException {
    writeExample();
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"format_version": "1.2", "planned_values": {}, "resource_changes": [
          {"address": "aws_route53_zone.main", "mode": "managed", "type": "aws_route53_zone",
           "name": "main", "change": {"actions": ["no-op"], "after_unknown": {},
           "after": {"zone_id": "Z1", "name": "example.com"}}},
          {"address": "aws_route53_record.www_berlin", "mode": "managed",
           "type": "aws_route53_record", "name": "www_berlin", "change": {"actions": ["no-op"],
           "after_unknown": {}, "after": {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60,
           "records": ["203.0.113.1"], "set_identifier": "berlin",
           "weighted_routing_policy": [{"weight": 70}]}}},
          {"address": "aws_route53_record.www_paris", "mode": "managed",
           "type": "aws_route53_record", "name": "www_paris", "change": {"actions": ["no-op"],
           "after_unknown": {}, "after": {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60,
           "records": ["203.0.113.2"], "set_identifier": "paris",
           "weighted_routing_policy": [{"weight": 30}]}}}]}
        """);

    saysWhatThePolicyWas("--plan", plan.toString());
  }

  @Test
  void aLiveZoneCanSayWhatThePolicyWas() throws IOException {
    writeExample();
    String zone =
        """
        {"zones": [{"Id": "Z1", "Name": "example.com.", "ResourceRecordSets": [
          {"Name": "www.example.com.", "Type": "A", "TTL": 60, "SetIdentifier": "berlin",
           "Weight": 70, "ResourceRecords": [{"Value": "203.0.113.1"}]},
          {"Name": "www.example.com.", "Type": "A", "TTL": 60, "SetIdentifier": "paris",
           "Weight": 30, "ResourceRecords": [{"Value": "203.0.113.2"}]}]}]}
        """;
    try (RecordedZone account = new RecordedZone(new ObjectMapper().readTree(zone))) {
      saysWhatThePolicyWas("--zone", "example.com", "--aws-endpoint", account.endpoint());
    }
  }

  private void saysWhatThePolicyWas(String... source) throws IOException {
    List<String> words = new ArrayList<>(List.of("migrate", "www"));
    words.addAll(List.of(source));
    Run run = run(words.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out()).contains("Step 3 of 3");
    assertThat(run("synth").exitCode()).isZero();
    assertThat(stack())
        .contains("from = aws_route53_record.www_berlin", "\"aws_route53_record\" \"www_paris\"");
  }
}
