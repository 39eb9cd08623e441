package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.diagnostic.SourceLocation;
import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OriginsTest {
  static final List<Path> FILES = List.of(ReadDeclaration.RECIPE, ReadDeclaration.EVERYTHING);

  @ParameterizedTest
  @FieldSource("FILES")
  void everyPartOfAPlanHasALineOfTheDeclaration(Path file) {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(file));

    List<Origin> origins = new ArrayList<>();
    for (RecordSet record : compiled.plan().records()) {
      origins.add(compiled.origins().of(record.key()).orElseThrow());
      origins.add(compiled.origins().of(record.group()).orElseThrow());
    }
    for (HealthCheck check : compiled.plan().healthChecks()) {
      origins.add(compiled.origins().ofHealthCheck(check.id()).orElseThrow());
    }
    assertThat(origins)
        .isNotEmpty()
        .allSatisfy(origin -> assertThat(origin.at().file()).isEqualTo(file.toString()))
        .allSatisfy(origin -> assertThat(origin.at().line()).isPositive())
        .filteredOn(origin -> !origin.path().text().equals("switches"))
        .allSatisfy(origin -> assertThat(origin.path().depth()).isGreaterThanOrEqualTo(2));
  }

  @Test
  void aRecordComesFromItsBranchAndANameFromItsPolicy() {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(ReadDeclaration.RECIPE));
    RrsetKey group = group("api.example.com");

    assertThat(compiled.origins().of(group)).map(Origin::path).hasValue(path("api"));
    assertThat(compiled.origins().of(new RecordKey(group, "eu-west-1")))
        .map(Origin::path)
        .hasValue(path("api").key("eu-west-1"));
    assertThat(compiled.origins().of(group("nowhere.example.com"))).isEmpty();
  }

  private static KeyPath path(String name) {
    return KeyPath.of("names", name, "weighted");
  }

  @Test
  void endpointsKeepTheirDeclaredOrderAndTheValuesThatAnswersContain() {
    Map<String, List<Value>> endpoints =
        Compiler.compile(ReadDeclaration.good(ReadDeclaration.EVERYTHING)).endpoints();

    assertThat(endpoints.keySet())
        .containsSubsequence(ReadDeclaration.good(ReadDeclaration.EVERYTHING).endpoints().keySet());
    assertThat(endpoints.get("rack"))
        .map(Value::toString)
        .containsExactly("203.0.113.31", "203.0.113.32", "203.0.113.33");
  }

  @Test
  void theResourceOfOneOfSeveralRecordsIsNotThePolicyOfTheName() {
    RecordKey alone = new RecordKey(group("a.example.com"), null);
    RecordKey one = new RecordKey(group("b.example.com"), "one");
    RecordKey two = new RecordKey(group("b.example.com"), "two");

    Origins origins =
        Origins.ofRecords(
            Map.of(alone, resource("alone"), one, resource("one"), two, resource("two")));

    assertThat(origins.of(alone.group())).hasValue(resource("alone"));
    assertThat(origins.of(one)).hasValue(resource("one"));
    assertThat(origins.of(one.group())).isEmpty();
    assertThat(resource("one")).hasToString("x.tfstate: aws_route53_record.one");
  }

  private static Origin resource(String name) {
    KeyPath address = KeyPath.verbatim("aws_route53_record." + name);
    return new Origin(SourceLocation.wholeFile("x.tfstate"), address);
  }

  private static RrsetKey group(String name) {
    return new RrsetKey(new DnsName(name), RecordType.A);
  }
}
