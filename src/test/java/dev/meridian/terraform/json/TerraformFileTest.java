package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RoutingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformFileTest {
  private static final DnsName ZONE = new DnsName("example.com");

  /** A zone in one state; records in another, one in a module, one on its way out. */
  private static final String ZONES =
      """
      {"version": 4, "terraform_version": "1.5.0", "serial": 1, "lineage": "a",
       "outputs": {"names": {"value": ["a", "b"], "type": ["list", "string"]}, "zone": {"value": "Z1", "type": "string"}},
       "resources": [
        {"mode": "data", "type": "aws_route53_zone", "name": "main", "instances": [
          {"attributes": {"zone_id": "Z1", "name": "example.com."}}]}]}
      """;

  private static final String RECORDS =
      """
      {"version": 4, "terraform_version": "1.5.0", "serial": 1, "lineage": "b", "outputs": {}, "resources": [
        {"module": "module.dns[0]", "mode": "managed", "type": "aws_route53_record", "name": "a", "instances": [
          {"index_key": 0, "attributes": {"zone_id": "/hostedzone/Z1", "name": "FooExample.com", "type": "A", "ttl": 0, "records": ["203.0.113.1"]}},
          {"index_key": 1, "deposed": "00000001", "attributes": {"zone_id": "Z1", "name": "gone", "type": "A", "ttl": 60, "records": ["203.0.113.1"]}}]},
        {"mode": "managed", "type": "aws_route53_record", "name": "checked", "instances": [
          {"attributes": {"zone_id": "Z1", "name": "b", "type": "A", "ttl": 60, "records": ["203.0.113.1"], "health_check_id": "hc-9"}}]}]}
      """;

  @TempDir Path folder;
  private final List<Diagnostic> problems = new ArrayList<>();

  @Test
  void rawStatesAreReadTogetherAndNothingIsLostSilently() throws IOException {
    PlansRead read = RoutingPlans.read(List.of(file("zones", ZONES), file("records", RECORDS)));

    RoutingPlan plan = read.plan(ZONE).orElseThrow();
    assertThat(plan.records())
        .extracting(RecordSet::name)
        .containsExactly(new DnsName("fooexample.com"));
    assertThat(plan.records().get(0).data()).isInstanceOf(RecordData.Values.class);
    assertThat(read.unread())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("aws_route53_record.checked");
              assertThat(problem.what()).contains("health check hc-9");
            });
  }

  @Test
  void theModuleStandsInAnAddress() throws IOException {
    assertThat(file("records", RECORDS).resources())
        .extracting(Resource::address)
        .containsExactly("module.dns[0].aws_route53_record.a[0]", "aws_route53_record.checked");
  }

  @Test
  void outputsAreTextsAndLists() throws IOException {
    StateOutputs outputs = file("zones", ZONES).outputs();

    assertThat(outputs.texts()).containsEntry("zone", "Z1");
    assertThat(outputs.lists()).containsEntry("names", List.of("a", "b"));
  }

  @Test
  void anEmptyStateHoldsNothing() throws IOException {
    assertThat(file("empty", "{\"format_version\": \"1.0\"}").size()).isZero();
  }

  @Test
  void whatIsNoPlanOrStateIsRefusedWithItsName() throws IOException {
    Path json = Files.writeString(folder.resolve("x.json"), "[1]");
    // The magic number of a ZIP archive, which is what terraform plan -out writes.
    Path plan = Files.write(folder.resolve("x.tfplan"), new byte[] {'P', 'K', 3, 4, (byte) 0xff});

    for (Path path : List.of(json, plan, folder.resolve("missing.json"), folder)) {
      assertThat(TerraformFile.read(path, problems::add)).isEmpty();
    }

    assertThat(problems)
        .extracting(problem -> problem.toString().replace(folder.toString(), "DIR"))
        .containsExactly(
            """
            DIR/x.json: is neither a plan nor a state in JSON
                fix: write it with terraform show -json FILE, or name a terraform.tfstate\
            """,
            """
            DIR/x.tfplan: is neither a plan nor a state in JSON
                fix: write it with terraform show -json FILE, or name a terraform.tfstate\
            """,
            """
            DIR/missing.json: there is no such file
                fix: name a file that exists\
            """,
            """
            DIR: cannot be read
                fix: check that it is a file and that you may read it\
            """);
  }

  @Test
  void namesAreMadeFullAsTheProviderDoes() {
    assertThat(RecordSetReader.name("", ZONE)).isEqualTo(ZONE);
    assertThat(RecordSetReader.name("API", ZONE)).hasToString("api.example.com");
    assertThat(RecordSetReader.name("api.example.com.", ZONE)).hasToString("api.example.com");
    assertThat(RecordSetReader.name("\\052.geo", ZONE)).hasToString("*.geo.example.com");
    assertThat(RecordSetReader.name("fooexample.com", ZONE)).hasToString("fooexample.com");
  }

  private TerraformFile file(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return TerraformFile.read(file, problems::add).orElseThrow();
  }

  @Test
  void aDeposedObjectStillExists() throws IOException {
    assertThat(file("records", RECORDS).managed())
        .extracting(ManagedResource::address)
        .containsExactly(
            "aws_route53_record.checked",
            "module.dns[0].aws_route53_record.a[0]",
            "module.dns[0].aws_route53_record.a[1]");
  }

  @Test
  void aPulledStateCanBeEmptyButNothingElse() {
    assertThat(TerraformFile.ofState("a", "{}").orElseThrow().size()).isZero();
    assertThat(TerraformFile.ofState("a", RECORDS).orElseThrow().size()).isEqualTo(3);
    assertThat(TerraformFile.ofState("a", "{\"version\": 3, \"lineage\": \"b\"}")).isEmpty();
    assertThat(TerraformFile.ofState("a", "no state")).isEmpty();
  }
}
