package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Golden;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The zone's own NS and SOA records, and records of other types, from every source. */
class ApexRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STATE =
      """
      {"format_version": "1.0", "values": {"root_module": {"resources": [
        {"address": "aws_route53_zone.main", "mode": "managed", "type": "aws_route53_zone",
         "name": "main", "values": {"zone_id": "Z1", "name": "example.com", "vpc": [],
           "name_servers": ["ns-2.awsdns-02.net", "ns-1.awsdns-01.com"],
           "primary_name_server": "ns-1.awsdns-01.com"}},
        {"address": "aws_route53_record.www", "mode": "managed", "type": "aws_route53_record",
         "name": "www", "values": {"zone_id": "Z1", "name": "www.example.com", "type": "A",
           "ttl": 60, "records": ["192.0.2.1"]}}]}}}
      """;

  private static final String ZONE =
      """
      {"zones": [{"Id": "Z1", "Name": "example.com.", "ResourceRecordSets": [
        {"Name": "example.com.", "Type": "NS", "TTL": 172800, "ResourceRecords": [
          {"Value": "ns-1.awsdns-01.com."}, {"Value": "ns-2.awsdns-02.net."}]},
        {"Name": "example.com.", "Type": "SOA", "TTL": 900, "ResourceRecords": [
          {"Value": "ns-1.awsdns-01.com. hostmaster.example.com. 1 7200 900 1209600 86400"}]},
        {"Name": "example.com.", "Type": "MX", "TTL": 300, "ResourceRecords": [
          {"Value": "20 mx2.example.net."}, {"Value": "10 mx1.example.net."}]},
        {"Name": "example.com.", "Type": "TXT", "TTL": 300, "ResourceRecords": [
          {"Value": "\\"v=spf1 -all\\""}, {"Value": "\\"one\\" \\"two\\""}]},
        {"Name": "example.com.", "Type": "CAA", "TTL": 300, "ResourceRecords": [
          {"Value": "0 issue \\"amazon.com\\""}]},
        {"Name": "a.b.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": [
          {"Value": "192.0.2.1"}]}]}],
       "healthchecks": [], "cidr": []}
      """;

  @TempDir private Path folder;

  private static Run live(String... command) throws IOException {
    try (RecordedZone recorded = new RecordedZone(JSON.readTree(ZONE))) {
      String endpoint = recorded.endpoint();
      return Run.of(
          (String.join(" ", command) + " --zone example.com --aws-endpoint " + endpoint)
              .split(" "));
    }
  }

  @ParameterizedTest
  @CsvSource({"NS", "SOA", "MX", "TXT", "CAA", "mx"})
  void aLiveZoneAnswersEveryTypeWithItsRecords(String type) throws IOException {
    Run text = live("resolve @ --from DE --type " + type);
    Run json = live("resolve @ --json --from DE --type " + type);

    assertThat(text.exitCode()).as(text.err()).isZero();
    if (!type.equals("mx")) {
      Golden.check("commands/resolve-apex-" + type + ".txt", text.out());
      Golden.check("commands/resolve-apex-" + type + ".json", json.out());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "@, SRV, no answer",
    "a.b, TXT, no answer",
    "b, A, no answer",
    "c, A, no such name",
    "c.b, A, no such name"
  })
  void aNameThatExistsHasNoDataAndOthersDoNotExist(String name, String type, String answer)
      throws IOException {
    Run run = live("resolve " + name + " --from DE --type " + type);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains(answer);
  }

  @Test
  void neitherProveNorImportAsksForTheApexRecords() throws IOException {
    assertThat(live("prove --failures 0").out()).contains("Proved:", "Tried: 1 question,");
    assertThat(live("import").out()).doesNotContain("SOA", "example.com NS");
  }

  @Test
  void aStateAnswersWithTheNameServersOfItsZone() throws IOException {
    String state = Files.writeString(folder.resolve("state.json"), STATE).toString();
    Run ns = Run.of("resolve", "@", "--type", "NS", "--from", "DE", "--state", state);
    Run soa = Run.of("resolve", "@", "--type", "SOA", "--from", "DE", "--state", state);

    assertThat(ns.exitCode()).as(ns.err()).isZero();
    assertThat(ns.out()).contains("172800 s", "ns-1.awsdns-01.com ns-2.awsdns-02.net");
    assertThat(soa.exitCode()).isEqualTo(1);
    assertThat(soa.out()).contains("set by Route 53 when it created the zone; --zone shows it");
  }

  @ParameterizedTest
  @CsvSource({
    "'zone: example.com', set by Route 53 when it creates the zone",
    "'zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}', set by Route 53 when it created",
    "'zone: {name: example.com, existing: true}', set by Route 53 when it created"
  })
  void aDeclarationSaysThatRoute53SetsThem(String zone, String answer) throws IOException {
    String declaration =
        """
        application: shop
        environment: test
        %s
        state: {backend: local}
        health-check: none
        endpoints: {rack: {addresses: [192.0.2.1]}}
        names: {www: {simple: rack}}
        """
            .formatted(zone);
    Path file = Files.writeString(folder.resolve("meridian.yaml"), declaration);
    Run run = Run.of("resolve", "@", "--type", "NS", "--from", "DE", "-c", file.toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains(answer).doesNotContain("no answer");
  }

  @Test
  void aQuestionForEveryTypeAtOnceIsRefused() {
    Run run = Run.of("resolve", "@", "--type", "any");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("ANY is not a record type", "ask for one type at a time");
  }
}
