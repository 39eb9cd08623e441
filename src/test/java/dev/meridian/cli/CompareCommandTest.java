package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sources of {@code compare}, in every combination, for one zone with one record set. */
class CompareCommandTest {
  private static final String SAME = "Nobody's answers change.\n";
  private static final String ZONE =
      """
      {"version": 4, "lineage": "a", "outputs": {}, "resources": [
        {"mode": "managed", "type": "aws_route53_zone", "name": "z", "instances": [
          {"attributes": {"zone_id": "Z1", "name": "example.com"}}]}]}
      """;
  private static final String RECORDS =
      """
      {"version": 4, "lineage": "b", "outputs": {}, "resources": [
        {"mode": "managed", "type": "aws_route53_record", "name": "www", "instances": [
          {"attributes": {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60,
            "records": ["203.0.113.%s"]}}]}]}
      """;
  private static final String PLAN =
      """
      {"format_version": "1.2", "planned_values": {}, "resource_changes": [
        {"address": "aws_route53_zone.z", "mode": "managed", "type": "aws_route53_zone",
         "name": "z", "change": {"actions": ["no-op"], "after_unknown": {},
         "after": {"zone_id": "Z1", "name": "example.com"}}},
        {"address": "aws_route53_record.www", "mode": "managed", "type": "aws_route53_record",
         "name": "www", "change": {"actions": ["update"], "after_unknown": {}, "after":
         {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60, "records": ["203.0.113.1"]}}}]}
      """;
  private static final String ACCOUNT =
      """
      {"zones": [{"Id": "Z1", "Name": "example.com.", "ResourceRecordSets": [
        {"Name": "www.example.com.", "Type": "A", "TTL": 60,
         "ResourceRecords": [{"Value": "203.0.113.1"}]}]}]}
      """;
  private static final String DECLARATION =
      """
      application: shop
      environment: test
      zone: {name: example.com, id: Z1}
      state: {backend: local}
      health-check: none
      endpoints: {main: {addresses: [203.0.113.%s]}}
      ttl: 60
      names: {www: {simple: main}}
      """;

  private static final Pattern EXAMPLE = Pattern.compile("(?m)^ {4}\\./meridian compare (.*)$");
  private static final Pattern FILE = Pattern.compile("\\w+\\.(yaml|json|tfstate)");

  @TempDir private Path folder;
  private RecordedZone account;

  @BeforeEach
  void write() throws IOException {
    account = new RecordedZone(new ObjectMapper().readTree(ACCOUNT));
    Files.writeString(folder.resolve("meridian.yaml"), DECLARATION.formatted("1"));
    Files.writeString(folder.resolve("new.yaml"), DECLARATION.formatted("2"));
    Files.writeString(folder.resolve("plan.json"), PLAN);
    Files.writeString(folder.resolve("zone.tfstate"), ZONE);
    Files.writeString(folder.resolve("records.tfstate"), RECORDS.formatted("1"));
    Files.writeString(folder.resolve("new.tfstate"), RECORDS.formatted("2"));
  }

  @AfterEach
  void stop() {
    account.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}/meridian.yaml {}/plan.json
          {}/plan.json {}/meridian.yaml
          {}/plan.json zone:example.com
          zone:Z1 {}/plan.json
          zone:Z1 zone:example.com
          {}/plan.json -c {}/meridian.yaml
          zone:Z1 -c {}/meridian.yaml
          --zone example.com -c {}/meridian.yaml
          --zone Z1 {}/meridian.yaml
          --zone Z1 {}/plan.json
          --zone Z1 --after {}/zone.tfstate {}/records.tfstate
          --before {}/zone.tfstate {}/records.tfstate --after {}/plan.json
          --before {}/zone.tfstate {}/records.tfstate -c {}/meridian.yaml
          {}/plan.json --after {}/records.tfstate {}/zone.tfstate
          --before {}/zone.tfstate {}/records.tfstate --zone Z1 -c {}/meridian.yaml
          {}/plan.json {}/plan.json --zone example.com
          {}/records.tfstate {}/meridian.yaml --zone-name Z1=example.com
          """)
  void everyMixOfSourcesIsCompared(String sources) {
    Run run = compare(sources);

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).isEqualTo(SAME);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}/meridian.yaml {}/new.yaml
          zone:Z1 {}/new.yaml
          --zone example.com -c {}/new.yaml
          {}/plan.json -c {}/new.yaml
          --before {}/zone.tfstate {}/records.tfstate --after {}/zone.tfstate {}/new.tfstate
          """)
  void theFirstSourceIsBeforeAndTheSecondAfter(String sources) {
    Run run = compare(sources);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            www.example.com A:
              everybody (100.0 %)
                before  203.0.113.1
                after   203.0.113.2
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -c {}/meridian.yaml | compare needs a current version and at most one new version
          {}/meridian.yaml {}/new.yaml {}/new.yaml | compare needs a current version
          --after {}/meridian.yaml | compare needs a current version
          --before {}/plan.json {}/new.yaml | it cannot be combined with other sources
          --before {}/plan.json zone:Z1 --after {}/plan.json | it cannot be combined with other
          zone:example.net {}/new.yaml | the account has no hosted zone with this name or ID
          {}/plan.json {}/new.yaml --zone example.net | the zone is not one of example.com (Z1)
          {}/gone.json {}/new.yaml | there is no such file
          {}/meridian.yaml {}/new.yaml --zone example.com | neither source is a plan or a state
          """)
  void anIncompleteOrUnclearComparisonIsBadInput(String sources, String words) {
    Run run = compare(sources);

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(words, "fix: ");
  }

  @TestFactory
  List<DynamicTest> theExamplesInTheDocumentationWork() throws IOException {
    String page = Files.readString(Path.of("docs/commands.md"));
    List<String> examples =
        EXAMPLE.matcher(page).results().map(example -> example.group(1)).toList();
    assertThat(examples).hasSizeGreaterThan(4);
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example, () -> isCompared(example)))
        .toList();
  }

  /** Runs the command where its files are. */
  private void isCompared(String example) {
    String inFolder = FILE.matcher(example.replaceAll(" +#.*", "")).replaceAll("{}/$0");
    Run run = compare(inFolder + " -c {}/meridian.yaml");

    boolean same = !example.contains("new.yaml") && !example.contains("--plan");
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(same ? 0 : 1);
    assertThat(run.err()).isEmpty();
  }

  private Run compare(String sources) {
    List<String> words = new ArrayList<>(List.of("compare", "--aws-endpoint", account.endpoint()));
    words.addAll(List.of(sources.replace("{}", folder.toString()).split(" ")));
    return Run.of(words.toArray(String[]::new));
  }
}
