package dev.meridian.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PlanOptionTest {
  private static final String DEFERRED =
      "src/test/resources/dev/meridian/terraform/deferred/plan.json";
  private static final String ZONES =
      """
      {"version": 4, "lineage": "a", "outputs": {}, "resources": [
        {"mode": "managed", "type": "aws_route53_zone", "name": "zones", "instances": [
          {"index_key": 0, "attributes": {"zone_id": "Z1", "name": "example.com"}},
          {"index_key": 1, "attributes": {"zone_id": "Z2", "name": "example.org"}}]},
        {"mode": "managed", "type": "aws_route53_record", "name": "www", "instances": [
          {"index_key": 0, "attributes": {"zone_id": "Z1", "name": "www", "type": "A", "ttl": 60, "records": ["203.0.113.1"]}},
          {"index_key": 1, "attributes": {"zone_id": "Z2", "name": "www", "type": "A", "ttl": 60, "records": ["203.0.113.2"]}},
          {"index_key": 2, "attributes": {"zone_id": "Z3", "name": "www", "type": "A", "ttl": 60, "records": ["203.0.113.3"]}}]}]}
      """;
  private static final String REGION =
      """
      {"version": 4, "lineage": "b", "resources": [], "outputs": {
        "alb_arn": {"value": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/a/1"},
        "alb_dns_name": {"value": "lb.eu-west-1.elb.amazonaws.com"},
        "alb_zone_id": {"value": "Z32O12XQLNTSW2"},
        "static_addresses": {"value": ["203.0.113.71", "203.0.113.72"]}}}
      """;

  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  @Command
  private static final class Anything {
    @Mixin private PlanOption source;
  }

  private LoadedPlan load(String... args) throws Exception {
    Anything command = new Anything();
    new CommandLine(command).parseArgs(args);
    return command.source.load(new PrintWriter(err, true));
  }

  @Test
  void withoutAnOptionThePlanIsTheDeclarations() throws Exception {
    LoadedPlan found = load("--config", "meridian.yaml");

    assertThat(found.plan().records()).hasSize(18);
    assertThat(found.declaration()).isPresent();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatAPlanCannotTellIsWarnedOf() throws Exception {
    LoadedPlan found = load("--plan", DEFERRED, "--zone", "example.net");

    assertThat(found.declaration()).isEmpty();
    assertThat(err.toString()).contains("warning: ", "eu-west-1.alb_dns_name is not known yet");
    assertThat(found.leftOut()).isNotEmpty();
  }

  @Test
  void outputsOfAnotherFileTakeTheirPlaces() throws Exception {
    Path region = write("any.tfstate", REGION);

    LoadedPlan found = load("--plan", DEFERRED, region.toString(), "--zone", "example.net");

    assertThat(found.plan().toString())
        .contains("lb.eu-west-1.elb.amazonaws.com", "203.0.113.72")
        .doesNotContain("eu-west-1.alb_dns_name");
    assertThat(err.toString()).doesNotContain("eu-west-1.alb_dns_name is not known yet");
  }

  @Test
  void ofSeveralZonesOneIsNamed() throws Exception {
    String file = write("zones.tfstate", ZONES).toString();

    assertThatThrownBy(() -> load("--state", file))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad ->
                assertThat(bad.problems().toString())
                    .contains("several zones: example.com (Z1), example.org (Z2)"));
    assertThat(load("--state", file, "--zone", "Z2").plan().toString()).contains("203.0.113.2");
    assertThat(load("--state", file, "--zone", "example.com.").zoneId()).isEqualTo("Z1");
    assertThat(err.toString()).contains("Z3 is in none of these files");
    assertThat(
            load("--state", file, "--zone-name", "Z3=example.net", "--zone", "Z3")
                .plan()
                .toString())
        .contains("203.0.113.3");
  }

  @Test
  void aFileThatIsNoneAndAZoneThatIsNotThereAreBadInput() throws Exception {
    String file = write("zones.tfstate", ZONES).toString();

    assertThatThrownBy(() -> load("--state", write("x", "[]").toString()))
        .isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> load("--state", file, "--zone", "example.de"))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad ->
                assertThat(bad.problems().toString())
                    .contains("the zone is not one of example.com"));
    assertThatThrownBy(
            () -> load("--state", write("y", "{\"format_version\": \"1.0\"}").toString()))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad -> assertThat(bad.problems().toString()).contains("there is no hosted zone"));
  }

  @Test
  void aZoneWithoutANameIsTheReasonAndTheOptionForItIsNamed() throws Exception {
    String file = write("records.tfstate", ZONES.replace("aws_route53_zone", "other")).toString();

    assertThatThrownBy(() -> load("--state", file))
        .isInstanceOfSatisfying(
            BadInput.class,
            bad ->
                assertThat(bad.problems().toString())
                    .contains("no hosted zone in it has records that can be read")
                    .contains("the name of its hosted zone Z3 is in none of these files")
                    .contains("or add --zone-name Z3=NAME")
                    .doesNotContain("use the files of the stack"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
