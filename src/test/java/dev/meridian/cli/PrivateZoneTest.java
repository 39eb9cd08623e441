package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A zone that only VPCs can ask, read from a state. */
class PrivateZoneTest {
  private static final String STATES = "src/test/resources/dev/meridian/importing/";
  private static final String STATE = STATES + "private.tfstate";

  @TempDir private Path folder;

  @Test
  void aVpcIsAnsweredByTheRegionThatIsNearest() {
    Run run = Run.of("resolve", "db", "--from", "eu-central-1,us-west-2", "--state", STATE);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .anySatisfy(line -> assertThat(line).contains("eu-central-1", "10.1.0.10"))
        .anySatisfy(line -> assertThat(line).contains("us-west-2", "10.2.0.10"));
  }

  @ParameterizedTest
  @CsvSource({
    "what-if-private.txt, 0, what-if --down aws_route53_health_check.eu --down 10.1.0.10 --state",
    "prove-private.txt, 1, prove --failures 1 --state"
  })
  void whoeverAsksItIsAVpcInARegion(String golden, int exitCode, String command)
      throws IOException {
    Run run = Run.of((command + " " + STATE).split(" "));

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    Golden.check("commands/" + golden, run.out());
  }

  @Test
  void itHasNoClientsInCommonWithAPublicOne() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("public.tfstate"),
            Files.readString(Path.of(STATE)).replace("\"vpc\"", "\"tags\""));

    Run alike = Run.of("compare", STATE, STATE);
    Run different = Run.of("compare", STATE, other.toString());

    assertThat(alike.exitCode()).as(alike.err()).isZero();
    assertThat(different.exitCode()).isEqualTo(2);
    assertThat(different.err()).contains("a public and a private zone have no clients in common");
  }

  @Test
  void anImportedDeclarationIsPrivateToo() {
    Run run = Run.of("import", "--state", STATE);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("private: true}");
  }
}
