package dev.meridian.trafficpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.DnsName;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static final DnsName ZONE = new DnsName("example.com");
  private static final RrsetKey NAME = new RrsetKey(new DnsName("www.example.com"), RecordType.A);

  /** As the console writes it: numbers and flags are texts, and IDs have any form. */
  private static final String CONSOLE =
      """
      {"AWSPolicyFormatVersion": "2015-10-01", "RecordType": "A", "StartRule": "rule-Ab1",
       "Endpoints": {
         "endpoint-X": {"Type": "elastic-load-balancer", "Value": "dualstack.a-1.us-east-1.elb.amazonaws.com"},
         "endpoint-Y": {"Type": "value", "Value": "192.0.2.1"}},
       "Rules": {
         "rule-Ab1": {"RuleType": "geo", "Locations": [
           {"IsDefault": "true", "EndpointReference": "endpoint-Y"},
           {"Country": "US", "Subdivision": "CA", "RuleReference": "rule-Cd2", "EvaluateTargetHealth": "true"}]},
         "rule-Cd2": {"RuleType": "failover",
           "Primary": {"EndpointReference": "endpoint-X", "EvaluateTargetHealth": "true", "HealthCheck": "abc"},
           "Secondary": {"EndpointReference": "endpoint-Y"}}}}
      """;

  private static PolicyDocument read(String json) {
    return DocumentReader.read(json);
  }

  @Test
  void aDocumentOfTheConsoleIsExpandedToRecordSets() {
    List<RecordSet> records = Expansion.of(read(CONSOLE), NAME, ZONE, 60).records();

    assertThat(records)
        .extracting(record -> record.key().toString())
        .containsExactly(
            "www.example.com A default",
            "www.example.com A US-CA",
            "_www-rule-cd2.example.com A primary",
            "_www-rule-cd2.example.com A secondary");
  }

  /** The example of the API reference for the later format, with EvaluateTargetHealth. */
  private static final String LATER =
      """
      {"AWSPolicyFormatVersion": "2023-05-09", "RecordType": "A", "StartRule": "near",
       "Endpoints": {
         "lb": {"Type": "elastic-load-balancer", "Value": "elb-123456.us-west-1.elb.amazonaws.com"},
         "london": {"Type": "value", "Value": "192.0.2.1"}},
       "Rules": {"near": {"RuleType": "geoproximity", "GeoproximityLocations": [
         {"EndpointReference": "lb", "EvaluateTargetHealth": true, "Bias": "-10",
          "Location": {"Type": "Region", "LocationName": "aws:route53:us-west-1"}},
         {"EndpointReference": "london", "Bias": "0",
          "Location": {"Type": "Coordinate", "Latitude": "51.50", "Longitude": "-0.16"}}]}}}
      """;

  @Test
  void theLaterFormatHasLocationsInObjects() {
    assertThat(read(LATER).rules().get("near").branches())
        .extracting(branch -> branch.policy().toString())
        .containsExactly(
            "Geoproximity[location=InRegion[region=us-west-1], bias=-10]",
            "Geoproximity[location=At[latitude=51.5, longitude=-0.16], bias=0]");
    String local =
        LATER
            .replace("\"Type\": \"Region\"", "\"Type\": \"LocalZone\"")
            .replace("us-west-1\"}", "us-east-1-atl-1a\"}");
    assertThatThrownBy(() -> read(local)).hasMessageContaining("us-east-1-atl-1a");
  }

  @Test
  void whatAwsDoesNotDocumentIsNotGuessed() {
    String without = CONSOLE.replace(", \"EvaluateTargetHealth\": \"true\"}", "}");

    assertThatThrownBy(() -> read(without))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("EvaluateTargetHealth");
  }

  @Test
  void endpointsWhoseHostedZoneIsNotKnownAreRefused() {
    String bucket = CONSOLE.replace("elastic-load-balancer", "s3-website");

    assertThatThrownBy(() -> read(bucket)).hasMessageContaining("s3-website");
  }

  @Test
  void rulesThatReferToThemselvesAreRefused() {
    String loop =
        CONSOLE.replace("\"EndpointReference\": \"endpoint-X\"", "\"RuleReference\": \"rule-Ab1\"");

    assertThatThrownBy(() -> Expansion.of(read(loop), NAME, ZONE, 60))
        .hasMessageContaining("refers to itself");
  }

  @Test
  void missingTargetsAndOtherFormatsAreRefused() {
    assertThatThrownBy(() -> read(CONSOLE.replace("\"rule-Cd2\": {", "\"rule-Ef3\": {")))
        .hasMessageContaining("no rule rule-Cd2");
    assertThatThrownBy(() -> read(CONSOLE.replace("2015-10-01", "2031-01-01")))
        .hasMessageContaining("2031-01-01, not 2015-10-01 or 2023-05-09");
    assertThatThrownBy(() -> read("{")).hasMessageContaining("not JSON");
  }
}
