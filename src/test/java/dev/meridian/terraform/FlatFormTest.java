package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.TerraformFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Terraform writes is held to the rules of the model's flat form. */
class FlatFormTest {
  private static final String ALL_REGIONS =
      """
      ["ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-west-1", "sa-east-1", "us-east-1",
       "us-west-1", "us-west-2"]""";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "weighted_routing_policy": [{"weight": 1}], "latency_routing_policy": [{"region": "eu-west-1"}] | but found more than one
          "weighted_routing_policy": [] | but found none in Change
          "geolocation_routing_policy": [{"continent": "EU", "country": "DE"}] | a continent and a country
          "geolocation_routing_policy": [{"country": "CA", "subdivision": "QC"}] | does not know the geolocation CA-QC yet
          "geoproximity_routing_policy": [{"aws_region": "eu-west-1", "local_zone_group": "us-east-1-bos-1"}] | but found 2
          "geoproximity_routing_policy": [{"coordinates": [{"latitude": "1.234", "longitude": "2"}]}] | at most two decimals
          "failover_routing_policy": [{"type": "primary"}] | not a failover role
          "weighted_routing_policy": [{"weight": 256}] | weight 256 is outside 0..255
          """)
  void policiesAreRefusedInTheFlatFormsWords(String policy, String words) throws IOException {
    String record =
        resource(
            "aws_route53_record",
            "\"zone_id\": \"Z1\", \"name\": \"www\", \"type\": \"A\", \"ttl\": 60, \"records\":"
                + " [\"192.0.2.1\"], \"set_identifier\": \"a\", "
                + policy,
            "{}");

    assertThat(unread(record)).singleElement().asString().contains(words);
  }

  @Test
  void allCheckerRegionsAreTheSameAsNone() throws IOException {
    String all = "\"type\": \"HTTP\", \"fqdn\": \"a.example.com\", \"regions\": " + ALL_REGIONS;

    PlansRead read = read(resource("aws_route53_health_check", all, "{}"));

    assertThat(read.plan(new DnsName("example.com")).orElseThrow().healthChecks())
        .singleElement()
        .asString()
        .contains("regions=[]");
  }

  @Test
  void aPortThatIsKnownAfterApplyIsNotTheDefaultPort() throws IOException {
    String check =
        resource(
            "aws_route53_health_check",
            "\"type\": \"HTTP\", \"fqdn\": \"a.example.com\"",
            "{\"port\": true}");

    assertThat(unread(check)).singleElement().asString().contains("its port is known after apply");
  }

  @Test
  void aPolicyThatIsKnownAfterApplyIsNotTheSimplePolicy() throws IOException {
    String record =
        resource(
            "aws_route53_record",
            "\"zone_id\": \"Z1\", \"name\": \"www\", \"type\": \"A\", \"ttl\": 60, \"records\":"
                + " [\"192.0.2.1\"]",
            "{\"cidr_routing_policy\": true}");

    assertThat(unread(record))
        .singleElement()
        .asString()
        .contains("its cidr_routing_policy is known after apply");
  }

  private List<Diagnostic> unread(String resource) throws IOException {
    return read(resource).unread();
  }

  private PlansRead read(String resource) throws IOException {
    String zone = "\"zone_id\": \"Z1\", \"name\": \"example.com\"";
    String plan =
        "{\"format_version\": \"1.2\", \"planned_values\": {}, \"resource_changes\": ["
            + resource("aws_route53_zone", zone, "{}")
            + ", "
            + resource
            + "]}";
    Path file = Files.writeString(folder.resolve("plan.json"), plan);
    TerraformFile read =
        TerraformFile.read(
                file,
                problem -> {
                  throw new AssertionError(problem.toString());
                })
            .orElseThrow();
    return RoutingPlans.read(List.of(read));
  }

  private static String resource(String type, String attributes, String unknown) {
    return """
        {"address": "%1$s.r", "mode": "managed", "type": "%1$s", "name": "r",
         "change": {"actions": ["create"], "after": {%2$s}, "after_unknown": %3$s}}
        """
        .formatted(type, attributes, unknown);
  }
}
