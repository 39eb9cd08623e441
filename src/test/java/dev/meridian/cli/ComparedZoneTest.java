package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.cli.option.BadInput;
import dev.meridian.cli.option.ClientPopulation;
import dev.meridian.cli.option.LatencyOption;
import dev.meridian.cli.option.LoadedPlan;
import dev.meridian.cli.option.PlanOption;
import dev.meridian.cli.option.QueryContext;
import dev.meridian.cli.view.JsonText;
import dev.meridian.cli.view.change.ComparisonText;
import dev.meridian.cli.zone.ComparedZone;
import dev.meridian.resolve.Interpretation;
import dev.meridian.resolve.Outage;
import dev.meridian.resolve.analysis.AnswerComparison;
import dev.meridian.testing.Golden;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Comparisons in which one side manages only a part of a zone that exists. */
class ComparedZoneTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADOPTED = "{name: example.com, id: Z1}";

  @TempDir private Path folder;

  /** Parses options as the commands do. */
  private static final class Options {
    @Mixin private PlanOption plan;
  }

  private static LoadedPlan live(String records) throws Exception {
    String zone =
        """
        {"zones": [{"Id": "Z1", "Name": "example.com.", "ResourceRecordSets": [
          {"Name": "example.com.", "Type": "NS", "TTL": 172800,
           "ResourceRecords": [{"Value": "ns-1.awsdns-01.com."}]},
          %s]}], "healthchecks": [], "cidr": []}
        """
            .formatted(records);
    try (RecordedZone recorded = new RecordedZone(JSON.readTree(zone))) {
      Options options = new Options();
      new CommandLine(options)
          .parseArgs("--zone", "example.com", "--aws-endpoint", recorded.endpoint());
      return options.plan.readBack();
    }
  }

  private static String simple(String name, String type, String value) {
    return """
        {"Name": "%s.", "Type": "%s", "TTL": 60, "ResourceRecords": [{"Value": "%s"}]}"""
        .formatted(name, type, value);
  }

  private static String records(String... records) {
    return String.join(",\n", records);
  }

  private static final String WWW = simple("www.example.com", "A", "192.0.2.1");

  private LoadedPlan declared(String zone, String names) throws Exception {
    Options options = new Options();
    new CommandLine(options)
        .parseArgs("--config", declaration("meridian.yaml", zone, names).toString());
    return options.plan.load(new PrintWriter(new StringWriter()));
  }

  private Path declaration(String file, String zone, String names) throws IOException {
    return Files.writeString(
        folder.resolve(file),
        """
        application: shop
        environment: test
        zone: %s
        state: {backend: local}
        health-check: none
        endpoints: {rack: {addresses: [192.0.2.1]}, other: {host: lb.example.net},\
                    back: {host: old.example.com}}
        ttl: 60
        names: {%s}
        """
            .formatted(zone, names));
  }

  /** The output of {@code compare} with exit code, as the command prints it. */
  private String compared(LoadedPlan before, LoadedPlan after) throws BadInput {
    return compared(ComparedZone.of(before, after), false);
  }

  private String compared(ComparedZone zone, boolean json) throws BadInput {
    QueryContext before = QueryContext.of(zone.before(), Interpretation.DOCUMENTED);
    QueryContext after = QueryContext.of(zone.after(), Interpretation.DOCUMENTED);
    ClientPopulation world = new LatencyOption().population(before, after);
    AnswerComparison comparison =
        AnswerComparison.of(
            side(before), side(after), world.locations(), Set.copyOf(zone.staying().unread()));
    List<String> lines = new ArrayList<>();
    lines.add(comparison.isSame() ? "exit 0" : "exit 1");
    if (json) {
      lines.add(JsonText.of(ComparisonText.json(comparison, zone.staying())));
    } else {
      lines.addAll(ComparisonText.lines(comparison, world, zone.staying(), List.of()));
    }
    return String.join("\n", lines).replace(folder.toString() + "/", "") + "\n";
  }

  private static AnswerComparison.Side side(QueryContext context) {
    return new AnswerComparison.Side(
        context.resolver(), context.outageModel().health(Outage.NONE), Outage.NONE);
  }

  private static String mixed() {
    return records(
        WWW,
        simple("example.com", "MX", "10 mail.example.com"),
        simple("mail.example.com", "A", "192.0.2.9"),
        """
        {"Name": "w.example.com.", "Type": "A", "TTL": 60, "SetIdentifier": "blue", "Weight": 1,
         "ResourceRecords": [{"Value": "192.0.2.3"}]}""");
  }

  @Test
  void recordsOfALiveZoneThatADeclarationDoesNotManageStay() throws Exception {
    ComparedZone zone = ComparedZone.of(live(mixed()), declared(ADOPTED, "www: {simple: rack}"));

    Golden.check("commands/compare-adopted.txt", compared(zone, false));
    Golden.check("commands/compare-adopted.json", compared(zone, true));
  }

  @Test
  void changesOfManagedNamesAreReportedBesideWhatStays() throws Exception {
    String text =
        compared(live(mixed()), declared(ADOPTED, "www: {simple: other}, new: {simple: rack}"));

    assertThat(text)
        .startsWith("exit 1\n")
        .contains("new.example.com A:", "www.example.com A:", "3 record sets stay as they are")
        .doesNotContain("mail.example.com A:", "before  10 mail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "{name: example.com, id: Z2}"})
  void aNewOrAnotherZoneLosesWhatTheDeclarationDoesNotHave(String zone) throws Exception {
    String text = compared(live(mixed()), declared(zone, "www: {simple: rack}"));

    assertThat(text)
        .startsWith("exit 1\n")
        .contains("mail.example.com A:", "    after   no such name", "    after   no answer")
        .doesNotContain("stay", "example.com NS");
  }

  @Test
  void aNewWildcardDoesNotTakeANameThatStaysAndACnameReachesIt() throws Exception {
    String text =
        compared(
            live(records(WWW, simple("old.example.com", "A", "192.0.2.7"))),
            declared(ADOPTED, "www: {simple: rack}, '*': {simple: rack}, c: {simple: back}"));

    assertThat(text)
        .contains("*.example.com A:", "after   CNAME old.example.com -> 192.0.2.7")
        .doesNotContain("old.example.com A:");
  }

  @Test
  void aCnameReplacesEverythingAtItsName() throws Exception {
    String text =
        compared(
            live(records(WWW, simple("www.example.com", "TXT", "\\\"x\\\""))),
            declared(ADOPTED, "www: {simple: other}"));

    assertThat(text)
        .contains("www.example.com A:", "CNAME lb.example.net", "www.example.com TXT:")
        .doesNotContain("stay");
  }

  @Test
  void aTrafficPolicyInstanceStaysAlthoughItsAnswersAreNotKnown() throws Exception {
    String instance =
        """
        {"Name": "tp.example.com.", "Type": "A", "TTL": 60,
         "ResourceRecords": [{"Value": "192.0.2.1"}], "TrafficPolicyInstanceId": "i-1"}""";

    assertThat(compared(live(records(WWW, instance)), declared(ADOPTED, "www: {simple: rack}")))
        .startsWith("exit 0\nNobody's answers change.\n1 record set stays as it is, ")
        .contains("  tp.example.com A, which could not be read\n");
    assertThat(
            compared(live(records(WWW, instance)), declared("example.com", "www: {simple: rack}")))
        .startsWith("exit 1\n")
        .contains("tp.example.com A: not known");
  }

  @Test
  void aLiveZoneHasMoreThanADeclarationManages() throws Exception {
    String text = compared(declared(ADOPTED, "www: {simple: rack}"), live(mixed()));

    assertThat(text)
        .startsWith("exit 0\nNobody's answers change.\n3 record sets stay as they are")
        .contains("because meridian.yaml does not manage them");
  }

  private Path terraform(String name, String kind, String resources) throws IOException {
    String body =
        kind.equals("state")
            ? "\"values\": {\"root_module\": {\"resources\": [%s]}}".formatted(resources)
            : "\"planned_values\": {}, \"resource_changes\": [%s]".formatted(resources);
    return Files.writeString(folder.resolve(name), "{\"format_version\": \"1.2\", " + body + "}");
  }

  private static String resource(String address, String values) {
    return """
        {"address": "%s", "mode": "managed", "type": "%s", "name": "%s", "values": %s}"""
        .formatted(address, address.split("\\.")[0], address.split("\\.")[1], values);
  }

  private static String record(String name, String value) {
    return """
        {"zone_id": "Z1", "name": "%s.example.com", "type": "A", "ttl": 60, "records": ["%s"]}"""
        .formatted(name, value);
  }

  private static final String ZONE =
      resource("aws_route53_zone.main", "{\"zone_id\": \"Z1\", \"name\": \"example.com\"}");

  private static String change(String action, String address, String before, String after) {
    return """
        {"address": "%s", "mode": "managed", "type": "%s", "name": "%s",
         "change": {"actions": ["%s"], "before": %s, "after": %s, "after_unknown": {}}}"""
        .formatted(
            address, address.split("\\.")[0], address.split("\\.")[1], action, before, after);
  }

  @ParameterizedTest
  @CsvSource({"aws_route53_record.www, 1, deletes", "aws_route53_record.legacy_www, 0, another"})
  void onlyTheStateOfTheStackItselfShowsWhatTerraformDeletes(
      String address, int exitCode, String basis) throws IOException {
    String resources =
        records(
            ZONE,
            resource(address, record("www", "192.0.2.1")),
            resource("aws_route53_record.old", record("old", "192.0.2.7")));
    Path state = terraform("old.json", "state", resources);
    Path declared = declaration("meridian.yaml", ADOPTED, "www: {simple: rack}");

    Run run = Run.of("compare", state.toString(), declared.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    Golden.check(
        "commands/compare-state-" + basis + ".txt", run.out().replace(folder.toString() + "/", ""));
  }

  @ParameterizedTest
  @CsvSource({"delete, 1", "no-op, 0"})
  void aPlanSaysWhichRecordsItDeletes(String action, int exitCode) throws IOException {
    String old = record("old", "192.0.2.7");
    Path state =
        terraform(
            "state.json",
            "state",
            records(
                ZONE,
                resource("aws_route53_record.www", record("www", "192.0.2.1")),
                resource("aws_route53_record.old", old)));
    Path plan =
        terraform(
            "plan.json",
            "plan",
            records(
                change(
                    "no-op",
                    "aws_route53_zone.main",
                    "null",
                    "{\"zone_id\": \"Z1\", \"name\": \"example.com\"}"),
                change("no-op", "aws_route53_record.www", "null", record("www", "192.0.2.1")),
                action.equals("delete")
                    ? change("delete", "aws_route53_record.old", old, "null")
                    : change("no-op", "aws_route53_record.x", "null", record("www", "192.0.2.1"))));

    Run run = Run.of("compare", state.toString(), plan.toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    assertThat(run.out())
        .contains(
            exitCode == 0
                ? "1 record set stays as it is, because " + plan + " does not delete it"
                : "old.example.com A:");
  }

  @Test
  void twoVersionsOfADeclarationDescribeTheSameStackSoARemovedNameIsLost() throws IOException {
    Path before = declaration("before.yaml", ADOPTED, "www: {simple: rack}, old: {simple: rack}");
    Path after = declaration("after.yaml", ADOPTED, "www: {simple: rack}");

    Run run = Run.of("compare", before.toString(), after.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("old.example.com A:").doesNotContain("stay");
  }
}
