package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.reader.DeploymentReader;
import dev.meridian.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedOutputsTest {
  @TempDir private Path folder;

  private static final PinnedOutputs OUTPUTS =
      new PinnedOutputs("Lb-1.eu-west-1.elb.amazonaws.com", "Z32O12", List.of("192.0.2.1"));
  private static final String SNAPSHOT = OUTPUTS.yaml("eu-west-1", "a-b-eu-west-1");

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Files.writeString(folder.resolve("pin.yaml"), SNAPSHOT);

    assertThat(pinned("pin.yaml")).contains(OUTPUTS);
    assertThat(pinned(folder.resolve("pin.yaml").toString())).contains(OUTPUTS);
  }

  @Test
  void whatAPrivateZoneNeedsIsReadBackToo() throws IOException {
    PinnedOutputs outputs =
        new PinnedOutputs(
            "Lb-1.eu-west-1.elb.amazonaws.com",
            "Z32O12",
            "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/lb/1",
            List.of(),
            new PinnedOutputs.Internal(
                "internal-Lb-2.eu-west-1.elb.amazonaws.com",
                "Z32O12",
                "vpc-0123456789abcdef0",
                "10.25.0.0/16",
                List.of("subnet-0123456789abcdef0", "subnet-0123456789abcdef1"),
                List.of("rtb-01234567", "rtb-0123456789abcdef1")));
    Files.writeString(folder.resolve("pin.yaml"), outputs.yaml("eu-west-1", "a-b-eu-west-1"));

    assertThat(pinned("pin.yaml")).contains(outputs);
    assertThat(PinnedOutputs.of(outputs.texts(), outputs.lists())).contains(outputs);
  }

  @Test
  void aLinkWithinTheFolderIsFollowed() throws IOException {
    Files.writeString(folder.resolve("pin.yaml"), SNAPSHOT);
    Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("pin.yaml"));

    assertThat(pinned("link.yaml")).contains(OUTPUTS);
  }

  @Test
  void noFileOutsideOfTheFolderIsReadAlsoNotByALink(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("pin.yaml"), SNAPSHOT);
    Files.createSymbolicLink(folder.resolve("link.yaml"), elsewhere.resolve("pin.yaml"));
    Files.createSymbolicLink(folder.resolve("up"), elsewhere);

    assertThat(problems("link.yaml", "up/pin.yaml", elsewhere.resolve("pin.yaml").toString()))
        .hasSize(3)
        .allMatch(problem -> problem.what().endsWith("is outside the declaration's folder"));
  }

  @Test
  void aFileOutsideIsRefusedAlikeWhetherItExistsOrNot(@TempDir Path elsewhere) {
    String missing = elsewhere.resolve("none.yaml").toString();

    assertThat(problems(missing))
        .singleElement()
        .matches(problem -> problem.what().endsWith("is outside the declaration's folder"));
  }

  @Test
  void noMessageHoldsWhatIsInTheFile() throws IOException {
    List<String> files =
        List.of(
            "hunter2",
            "hunter2: hunter2",
            "alb_dns_name: {hunter2: 1}",
            "alb_dns_name: 'hunter2 hunter2'\nalb_zone_id: hunter2\nstatic_addresses: [hunter2]",
            "static_addresses: hunter2",
            "vpc_id: hunter2\nprivate_subnet_ids: hunter2\nroute_table_ids: [hunter2]",
            "&hunter2 a: *hunter3",
            "!hunter2 a",
            "%hunter2\n---",
            "\"hunter2\\q\"",
            "[hunter2",
            "hunter2: 1\nhunter2: 2");
    for (String text : files) {
      Files.writeString(folder.resolve("pin.yaml"), text);

      assertThat(problems("pin.yaml"))
          .as(text)
          .isNotEmpty()
          .noneMatch(problem -> problem.toString().contains("hunter"));
    }
  }

  private Optional<PinnedOutputs> pinned(String path) throws IOException {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<Deployment> read = read(path, problems);

    assertThat(problems).isEmpty();
    return read.orElseThrow().region("eu-west-1").orElseThrow().pinnedOutputs();
  }

  private List<Diagnostic> problems(String... paths) {
    List<Diagnostic> problems = new ArrayList<>();
    for (String path : paths) {
      assertThat(read(path, problems)).isEmpty();
    }
    return problems;
  }

  private Optional<Deployment> read(String path, List<Diagnostic> problems) {
    return new DeploymentReader(problems::add)
        .read(
            folder.resolve("meridian.yaml").toString(),
            """
            application: a
            environment: b
            zone: example.com
            regions: {eu-west-1: {pinned: '%s'}}
            names: {"@": {simple: eu-west-1}}
            """
                .formatted(path));
  }
}
