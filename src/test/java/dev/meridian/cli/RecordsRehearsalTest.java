package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform and AWS provider create the records of {@code examples/everything.yaml}. */
@Tag("terraform")
class RecordsRehearsalTest {
  private static final Pattern RECORDS = Pattern.compile("(?ms)^records:\n.*?(?=^\\S)(?!records)");

  private static final String START =
      """
      application: records
      environment: test
      zone: example.net
      """;

  @TempDir private Path folder;

  @Test
  void everyTypeIsCreatedPlannedWithoutChangesAndReadBackAsDeclared() throws IOException {
    Matcher records = RECORDS.matcher(Files.readString(Path.of("examples/everything.yaml")));
    assertThat(records.find()).isTrue();
    assertThat(Arrays.stream(RecordType.values()).filter(RecordsRehearsalTest::isDeclared))
        .allSatisfy(type -> assertThat(records.group()).contains(type + ": "));
    Path file = Files.writeString(folder.resolve("records.yaml"), START + records.group());

    Run run =
        Run.of("rehearse", "-c", file.toString(), "--folder", folder.resolve("run").toString());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "apply       records-test-dns",
            "plan again  records-test-dns",
            "no changes",
            "16 record sets, 0 health checks, 0 alarms, the sites of 0 regions as declared",
            "left over   all",
            "nothing");
  }

  private static boolean isDeclared(RecordType type) {
    return switch (type) {
      case A, AAAA, CNAME, SOA -> false;
      default -> true;
    };
  }
}
