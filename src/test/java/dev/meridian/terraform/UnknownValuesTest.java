package dev.meridian.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.diagnostic.Diagnostic;
import dev.meridian.model.DnsName;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordSet;
import dev.meridian.model.Value;
import dev.meridian.terraform.json.PlansRead;
import dev.meridian.terraform.json.RoutingPlans;
import dev.meridian.terraform.json.TerraformFile;
import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans of Terraform 1.11 and provider 5.100 in which targets, zones and health checks are known
 * only after apply, without the parts that Meridian does not read.
 */
class UnknownValuesTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/meridian/terraform/unknown");

  @TempDir private Path folder;

  /**
   * {@code for_each}, modules, expressions with functions, templates and conditions, and dynamic
   * blocks as in popular modules.
   */
  @ParameterizedTest
  @ValueSource(strings = {"for-each", "modules", "expressions", "dynamic"})
  void everyRecordIsReadOrReported(String name) throws IOException {
    StringBuilder text = new StringBuilder();
    PlansRead read = read(FOLDER.resolve(name + ".plan.json"));
    for (PlansRead.Zone zone : read.zones()) {
      text.append(zone.name()).append(' ').append(zone.kind()).append('\n');
      zone.plan().records().forEach(record -> text.append(shown(record)).append('\n'));
      zone.plan()
          .healthChecks()
          .forEach(check -> text.append(check.id() + " probes " + check.values()).append('\n'));
      text.append('\n');
    }
    for (Diagnostic problem : read.unread()) {
      text.append(problem.toString().replace(FOLDER + "/", "")).append('\n');
    }
    Golden.check(FOLDER.resolve(name + ".txt"), text.toString());
  }

  private static String shown(RecordSet record) {
    StringBuilder text = new StringBuilder("  " + record.key());
    for (Value value : record.data().parts()) {
      text.append(" | ").append(value);
      if (value instanceof Value.Reference reference && !reference.isAttribute()) {
        text.append(reference.source() == null ? "" : " from " + reference.source());
      }
    }
    if (record.data() instanceof RecordData.RecordAlias alias) {
      text.append(" -> ").append(alias.target());
    }
    return text + record.healthCheckId().map(id -> " | checked by " + id).orElse("");
  }

  @Test
  void noTwoRecordsShareAnIdentityUnlessTheyHaveTheSameTarget() {
    // plain is aws_lb.main.dns_name, and template is "dualstack.${aws_lb.main.dns_name}".
    List<RecordSet> records =
        read(FOLDER.resolve("expressions.plan.json")).zones().get(0).plan().records();
    List<Value.Reference> references =
        records.stream()
            .filter(record -> record.data() instanceof RecordData.Values)
            .flatMap(record -> record.data().parts().stream())
            .filter(Value.Reference.class::isInstance)
            .map(Value.Reference.class::cast)
            .toList();

    assertThat(references).noneMatch(Value.Reference::isAttribute).doesNotHaveDuplicates();
  }

  @Test
  void theSameAddressInTwoFilesIsNotTheSameTarget() throws IOException {
    String text = Files.readString(FOLDER.resolve("modules.plan.json"));
    Path one = Files.writeString(folder.resolve("one.json"), text);
    Path two =
        Files.writeString(
            folder.resolve("two.json"), text.replace(".example.com\"", "-2.example.com\""));

    TreeSet<String> targets = new TreeSet<>();
    read(one, two).zones().stream()
        .flatMap(zone -> zone.plan().records().stream())
        .flatMap(record -> record.data().parts().stream())
        .filter(value -> value.toString().contains("this[0].dns_name"))
        .forEach(value -> targets.add(value.toString().replace(folder + "/", "")));

    assertThat(targets)
        .containsExactly(
            "module.alb.aws_lb.this[0].dns_name in one.json",
            "module.alb.aws_lb.this[0].dns_name in two.json");
  }

  private static PlansRead read(Path... files) {
    return RoutingPlans.read(
        Stream.of(files).flatMap(file -> TerraformFile.read(file, p -> {}).stream()).toList(),
        Map.of("Z0123456789ABCDEFGHIJ", new DnsName("example.com")));
  }
}
