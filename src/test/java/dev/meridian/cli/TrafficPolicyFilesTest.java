package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands that read the plans and the state of {@code examples/traffic-policy.yaml}, as Terraform
 * wrote them: the first plan, the state after it, and a plan that changes the weights.
 */
class TrafficPolicyFilesTest {
  private static final String FOLDER = "src/test/resources/dev/meridian/cli/traffic-policy/";
  private static final String STATE = FOLDER + "state.json";
  private static final String EDIT = FOLDER + "edit.plan.json";
  private static final String FIRST = FOLDER + "first.plan.json";
  private static final String DECLARATION = "examples/traffic-policy.yaml";

  @TempDir private Path folder;

  private static Run run(String command) {
    return Run.of(command.split(" "));
  }

  @Test
  void aStateAnswersLikeTheDeclaration() {
    Run state = run("resolve shop --from DE,US --state " + STATE);

    assertThat(state.exitCode()).as(state.out() + state.err()).isZero();
    assertThat(state.out())
        .contains("DE      1/10    10.0 %   60 s  203.0.113.20")
        .contains("US      1       100.0 %  60 s  storefront-traffic-alb-1.us-east-1");
    assertThat(run("prove --state " + STATE).exitCode()).isZero();
    assertThat(run("what-if --down us-east-1 --state " + STATE).out())
        .contains("api.example.com A: 13.8 % of the people move");
  }

  @Test
  void aPlanThatChangesADocumentIsComparedWithTheState() {
    Run compared = run("compare " + STATE + " " + EDIT);

    assertThat(compared.exitCode()).as(compared.err()).isEqualTo(1);
    assertThat(compared.out())
        .contains("before  203.0.113.20 10.0 %", "after   203.0.113.20 50.0 %");
    assertThat(run("compare " + STATE + " " + STATE).exitCode()).isZero();
  }

  @Test
  void anInstanceIsOneRecordSetThatChangesInPlace() {
    Run plan = run("compare --plan " + EDIT);
    Run guard = run("guard --guard-from 1 " + EDIT);

    assertThat(plan.out()).contains("3 record sets: 1 updated, 2 unchanged");
    assertThat(plan.out()).doesNotContain("missing", "refused", "not known");
    assertThat(guard.out())
        .contains("2 record sets, 1 to update, 0 to delete", "change-guard: example.com");
    assertThat(guard.exitCode()).isEqualTo(1);
  }

  @Test
  void theNameOfADocumentThatIsKnownAfterApplyIsNotKnown() {
    Run resolve = run("resolve api --from DE --plan " + FIRST);
    Run plan = run("compare --plan " + FIRST);
    Run proof = run("prove --plan " + FIRST);
    Run imported = run("import --plan " + FIRST);

    assertThat(resolve.exitCode()).isEqualTo(1);
    assertThat(resolve.err()).contains("aws_route53_traffic_policy.api is known after apply");
    assertThat(plan.exitCode()).isEqualTo(1);
    assertThat(plan.out())
        .contains("3 record sets: 3 created", "shop.example.com A: not known, because api");
    assertThat(proof.out()).contains("unread-record: api.example.com");
    assertThat(imported.err()).contains("left out: " + FIRST + ": aws_route53_traffic_policy_inst");
    assertThat(imported.exitCode()).isEqualTo(2);
  }

  @Test
  void anImportOfAStateHasVia() throws IOException {
    Path file = folder.resolve("imported.yaml");

    Run imported = Run.of("import", "--state", STATE, "-o", file.toString());
    Run compared = Run.of("compare", STATE, file.toString());

    assertThat(imported.exitCode()).as(imported.err()).isZero();
    assertThat(Files.readString(file)).contains("    via: traffic-policy\n");
    assertThat(compared.exitCode()).as(compared.out()).isZero();
  }

  @Test
  void validateComparesTheRecordSetsOfAnInstanceTogether() throws IOException {
    Run same = run("validate -c " + DECLARATION + " --against " + STATE);
    Run other = run("validate -c " + edited("berlin: 10", "berlin: 20") + " --against " + STATE);
    Run first = run("validate -c " + DECLARATION + " --against " + FIRST);

    assertThat(same.out()).contains("No record set or health check changes.");
    assertThat(same.exitCode()).as(same.out()).isZero();
    assertThat(other.out())
        .contains("1 to update", "~ aws_route53_traffic_policy_instance.api (api.example.com A)");
    assertThat(other.exitCode()).as(other.out()).isZero();
    assertThat(first.out()).contains("not-known: api.example.com");
    assertThat(first.exitCode()).isEqualTo(1);
  }

  @Test
  void recordsCannotTakeThePlaceOfAnInstanceInOneApply() throws IOException {
    String records = edited("    via: traffic-policy\n", "");
    Run toRecords = run("validate -c " + records + " --against " + STATE);
    Run toPolicy = run("validate -c " + DECLARATION + " --against " + records);

    for (Run run : new Run[] {toRecords, toPolicy}) {
      assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
      assertThat(run.out())
          .contains("refused: api.example.com A", "a traffic policy instance answers for")
          .contains("aws_route53_traffic_policy_instance.api")
          .contains("docs/traffic-policies.md#pitfalls");
    }
  }

  private String edited(String text, String instead) throws IOException {
    String before = Files.readString(Path.of(DECLARATION));
    assertThat(before).contains(text);
    return Files.writeString(folder.resolve("edited.yaml"), before.replace(text, instead))
        .toString();
  }
}
