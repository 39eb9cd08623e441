package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.testing.Golden;
import dev.meridian.testing.ReadDeclaration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjustedWeightsStackTest {
  private static final Path DECLARATION =
      Path.of("src/test/resources/good-declarations/adjusted-weights.yaml");
  private static final Path CODE = Path.of("src/main/resources/dev/meridian/stacks/weights");

  @TempDir private static Path folder;
  private static Synthesized stacks;

  @BeforeAll
  static void synthesize() throws IOException {
    stacks = Example.of(Files.readString(DECLARATION)).synthesize(folder);
  }

  @Test
  void theFunctionItsRoleAndItsRulesAreInTheDnsStack() throws IOException {
    Golden.check("stacks/adjusted-weights/dns.tf", stacks.hclOf("-dns"));
  }

  @Test
  void rampsAndTheAlarmsThatAbortThemAreInTheSameFunction() throws IOException {
    Synthesized ramps =
        Example.of(Files.readString(Path.of("src/test/resources/good-declarations/ramps.yaml")))
            .synthesize(folder.resolve("ramps"));

    Golden.check("stacks/ramps/dns.tf", ramps.hclOf("-dns"));
  }

  @Test
  void aRampBetweenBranchesWithDifferentTypesIsRefused() {
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        endpoints:
          blue: {addresses: [203.0.113.1]}
          green: {addresses: [203.0.113.2, "2001:db8::2"]}
        names:
          www:
            weighted: {blue: 100, green: 0}
            ramp: {to: green, stages: {0m: 1}, start: 2026-12-01T09:00:00Z}
        """;

    assertThat(TerraformGaps.of(ReadDeclaration.good(yaml)))
        .singleElement()
        .extracting(Diagnostic::toString, InstanceOfAssertFactories.STRING)
        .contains("names.www.ramp: only one branch has records of type AAAA");
  }

  @Test
  void onlyTheWeightsOfAdjustedRecordSetsAreIgnored() {
    String hcl = stacks.hclOf("-dns");

    assertThat(hcl.lines().filter(line -> line.contains("ignore_changes")).map(String::strip))
        .containsOnly(
            "ignore_changes = [weighted_routing_policy[0].weight]", "ignore_changes = [value]");
    assertThat(hcl.split("ignore_changes = \\[weighted", -1)).hasSize(6);
  }

  @Test
  void theArchiveIsNextToTheStackThatUsesItAndNowhereElse() {
    assertThat(stacks.names())
        .filteredOn(name -> Files.exists(stacks.directory(name).resolve("weights.zip")))
        .containsExactly("shop-test-dns");
  }

  @Test
  void theArchiveHasTheCodeUncompressedAndWithFixedDates() throws IOException {
    List<String> names = new ArrayList<>();
    Path archive = stacks.directory("shop-test-dns").resolve("weights.zip");
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(entry.getTimeLocal()).hasToString("1980-01-01T12:00");
        assertThat(entry.getExtra()).isNull();
        assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(Files.readString(CODE.resolve(entry.getName())));
      }
    }
    assertThat(names)
        .containsExactly(
            "decision.py",
            "memory.py",
            "ramp.py",
            "ramps.py",
            "records.py",
            "signals.py",
            "weights.py");
  }

  @Test
  void theArchiveIsTheSameInEveryTimeZone() throws IOException {
    TimeZone usual = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(WeightsFunction.archive())
          .isEqualTo(Files.readAllBytes(stacks.directory("shop-test-dns").resolve("weights.zip")));
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void settingsThatAreTooLongForAwsLambdaAreRefused() {
    List<String> regions =
        List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "sa-east-1");
    String weights = String.join(", ", regions.stream().map(code -> code + ": 50").toList());
    String yaml =
        """
        application: shop
        environment: test
        zone: example.com
        regions: [%s]
        names:
          api: {weighted: {%s}, adjust: {error-rate: 5, minimum: 1, maximum: 100}}
        """
            .formatted(String.join(", ", regions), weights);

    assertThat(TerraformGaps.of(ReadDeclaration.good(yaml)))
        .singleElement()
        .extracting(Diagnostic::toString, InstanceOfAssertFactories.STRING)
        .contains("names.api.adjust", "AWS Lambda accepts 4096", "adjust fewer names or regions");
  }

  @Test
  void aDeclarationWithoutAdjustHasNothingOfIt() throws IOException {
    Synthesized recipe = Example.recipe().synthesize(folder.resolve("recipe"));

    assertThat(recipe.files().keySet()).noneMatch(file -> file.endsWith(".zip"));
    assertThat(recipe.hclOf("-dns")).doesNotContain("ignore_changes", "lambda");
  }
}
