package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.testing.Golden;
import dev.meridian.testing.RecordedZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code adopt} matches, refuses, and writes, and what {@code synth} makes of it. */
class AdoptCommandTest {
  private static final Path GIVEN = Path.of("src/test/resources/dev/meridian/adopt");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path declaration;
  private Path imports;
  private JsonNode zone;

  @BeforeEach
  void declare() throws IOException {
    declaration = folder.resolve("meridian.yaml");
    imports = folder.resolve("meridian.imports.yaml");
    Files.copy(GIVEN.resolve("meridian.yaml"), declaration);
    zone = JSON.readTree(GIVEN.resolve("zone.json").toFile());
  }

  @Test
  void everyResourceIsMatchedOrNamedWithItsReason() throws IOException {
    Run run = adopt();

    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    Golden.check("adopt/different.txt", shown(run.out()));
    Golden.check("adopt/different.imports.yaml", Files.readString(imports));
  }

  @Test
  void aZoneThatIsAsDeclaredIsMatchedExactly() throws IOException {
    declare("zone: example.com", "zone: {name: example.com, id: Z0ADOPT}");
    declare(
        "paris: 20",
        "paris: {weight: 10, health-check: none}, old: {weight: 5, to: nine, health-check: none}");
    declare("berlin: 50, paris", "berlin: {weight: 50, health-check: none}, paris");
    declare(
        "  paris: {addresses: [203.0.113.2]}\n",
        "  paris: {addresses: [203.0.113.2]}\n  nine: {addresses: [203.0.113.9]}\n");
    declare("  new: {simple: {to: paris, health-check: none}}\n", "");
    declare("  unread: {weighted: {berlin: 50}}\n", "");
    declare(", paris: [192.0.2.0/24]", "");
    declare("        paris: {to: paris, health-check: none}\n", "");
    for (JsonNode record : zone.at("/zones/0/ResourceRecordSets")) {
      ((ObjectNode) record).without("HealthCheckId");
      ((ObjectNode) record).put("TTL", 60);
    }

    Run run = adopt("--zone", "/hostedzone/Z0ADOPT");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains(
            "imports 6 record sets, 1 CIDR collection, 1 CIDR location", "8 to import, 3 to add")
        .doesNotContain("In the way", "Changes in place");
    assertThat(imports)
        .content()
        .contains("aws_route53_cidr_location.offices_berlin: \"c-1,berlin\"")
        .contains("aws_route53_record.wildcard: \"Z0ADOPT_*.example.com_A\"")
        .doesNotContain("aws_route53_zone");
  }

  @Test
  void aZoneThatTerraformWouldReplaceIsRefused() throws IOException {
    declare("zone: example.com", "zone: {name: example.com, id: Z0OTHER}");
    assertThat(refused("--zone", "example.com"))
        .startsWith(
            declaration + ":3:7: zone: it declares the zone Z0OTHER, but the records are in");

    declare("zone: {name: example.com, id: Z0OTHER}", "zone: example.com");
    ((ObjectNode) zone.at("/zones/0")).putObject("DelegationSet").put("Id", "N1");
    assertThat(refused())
        .contains("the zone Z0ADOPT has a reusable delegation set")
        .contains("fix: leave the zone where it is managed: write zone: {name: example.com, id:");

    ((ObjectNode) zone.at("/zones/0")).put("Private", true);
    assertThat(refused()).contains("it is public, but the zone Z0ADOPT is private");

    declare("zone: example.com", "zone: example.net");
    assertThat(refused("--zone", "example.com"))
        .contains(
            "it declares the zone example.net, but the hosted zone example.com (Z0ADOPT) exists");
    assertThat(refused()).contains("the account has no hosted zone with this name or ID");
  }

  @Test
  void aPlanInPlaceOfTheStateIsRefused() {
    String plan = "src/test/resources/dev/meridian/cli/unread.plan.json";

    assertThat(refused("--state", plan))
        .startsWith(plan + ": it is a plan, which also contains what does not exist yet")
        .contains("fix: use the state: ");
  }

  @Test
  void anEditByHandIsNotOverwritten() throws IOException {
    adopt();
    String edited = Files.readString(imports).replace("Z0ADOPT_", "Z0EDITED_");
    Files.writeString(imports, edited);

    assertThat(refused())
        .contains(imports + ": somebody changed this file by hand, and ./meridian adopt would");
    assertThat(imports).hasContent(edited);
  }

  @Test
  void aFileOfSomebodyElseIsNotOverwritten() throws IOException {
    Files.writeString(imports, "stack: shop-prod-dns\n");

    assertThat(refused())
        .contains(imports + ": the file exists, and ./meridian adopt did not write");
    assertThat(imports).hasContent("stack: shop-prod-dns\n");
    Files.delete(imports);
    assertThat(adopt().exitCode()).isEqualTo(1);
    assertThat(adopt().exitCode()).as("it wrote this one itself").isEqualTo(1);
  }

  @Test
  void synthWritesABlockForEachImportAndWarnsAboutResourcesThatAreGone() throws IOException {
    adopt();
    declare("  \"*\": {simple: {to: berlin, health-check: none}}\n", "");

    Run run = synth();

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err())
        .contains(
            "warning: " + imports + ":", "imports.\"aws_route53_record.wildcard\": the stack has")
        .contains("no such resource, so nothing is imported");
    String hcl = hcl();
    assertThat(hcl)
        .contains(
            """
            import {
              to = aws_route53_record.www_berlin
              id = "Z0ADOPT_www.example.com_A_berlin"
            }
            """)
        .doesNotContain("Z0ADOPT_*");
    assertThat(synth().exitCode()).as("the checksum covers the imports").isZero();

    Files.delete(imports);
    assertThat(synth().exitCode()).isZero();
    assertThat(hcl()).doesNotContain("import {");
    assertThat(hcl.substring(0, hcl.indexOf("\nimport {")).lines().skip(2))
        .containsExactlyElementsOf(hcl().lines().skip(2).toList());
  }

  @Test
  void everyProblemOfTheImportsFileIsReportedAtItsPlace() throws IOException {
    Files.writeString(
        imports,
        """
        stack: shop-test-dns
        impots: {}
        imports:
          aws_route53_record.www_berlin: 5
        """);

    Run run = synth();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().replace(imports.toString(), "FILE"))
        .contains(
            "FILE:1:8: stack: these are imports of the stack shop-test-dns, but the declaration has"
                + " shop-prod-dns",
            "FILE:2:1: impots: unknown key",
            "FILE:4:34: imports.\"aws_route53_record.www_berlin\": must be text");
    assertThat(folder.resolve("cdktf.out")).doesNotExist();
  }

  @Test
  void anImportsFileBelongsToOneDeclarationOfAFolder() throws IOException {
    Path other = Files.copy(declaration, folder.resolve("test.YML"));
    adopt();

    Run run = Run.of("synth", "-c", other.toString(), "-o", folder.resolve("o").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(folder.resolve("o/stacks/shop-prod-dns/cdk.tf"))
        .content()
        .doesNotContain("import {");
  }

  @Test
  void anOldStateForgetsWholeResourcesAndNamesSingleInstances() throws IOException {
    Path state = Files.copy(GIVEN.resolve("old.tfstate"), folder.resolve("old.tfstate"));
    Path removed = folder.resolve("removed");

    Run run =
        adopt(
            "--state", state.toString(), "--zone", "example.com", "--removed", removed.toString());

    Golden.check(
        "adopt/removed-old.tf", shown(Files.readString(removed.resolve("removed-old.tf"))));
    assertThat(run.out())
        .contains(
            "terraform state rm 'module.dns[\"eu\"].aws_route53_record.www[\"berlin\"]'",
            "These instances stay where they are: module.dns[\"eu\"].aws_route53_record.www[\"x\"].",
            "In none of the given states");
  }

  @Test
  void withoutAwsTheStatesSayWhatExists() throws IOException {
    Path state = Files.copy(GIVEN.resolve("old.tfstate"), folder.resolve("old.tfstate"));
    declare("zone: example.com", "zone: {name: example.com, id: Z0ADOPT}");

    Run run = Run.of("adopt", "-c", declaration.toString(), "--state", state.toString());

    assertThat(run.out()).as(run.err()).contains("imports 2 record sets, 1 health check from ");
    assertThat(imports).content().contains("www_berlin: \"Z0ADOPT_www.example.com_A_berlin\"");
  }

  @Test
  void removedBlocksNeedStates() {
    Run run = adopt("--removed", folder.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("--removed needs the old states: name them with --state FILE");
    assertThat(adopt("--state", folder.resolve("none").toString()).exitCode()).isEqualTo(2);
  }

  private String refused(String... more) {
    Run run = adopt(more);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(2);
    assertThat(run.err()).endsWith("1 problem; nothing was written." + System.lineSeparator());
    return run.err();
  }

  private Run adopt(String... more) {
    try (RecordedZone recorded = new RecordedZone(zone)) {
      List<String> all = new ArrayList<>(List.of("adopt", "-c", declaration.toString()));
      all.addAll(List.of("--aws-endpoint", recorded.endpoint()));
      all.addAll(List.of(more));
      return Run.of(all.toArray(String[]::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Run synth() {
    return Run.of(
        "synth", "-c", declaration.toString(), "-o", folder.resolve("cdktf.out").toString());
  }

  private String hcl() throws IOException {
    return Files.readString(folder.resolve("cdktf.out/stacks/shop-prod-dns/cdk.tf"));
  }

  private void declare(String old, String text) throws IOException {
    String before = Files.readString(declaration);
    assertThat(before).contains(old);
    Files.writeString(declaration, before.replace(old, text));
  }

  private String shown(String text) {
    return text.replace(folder.toString(), "FOLDER")
        .replaceFirst("(?m)^# Checksum: [0-9a-f]{16}$", "# Checksum: DIGITS");
  }
}
