package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.declaration.EndpointDeclaration.Location;
import dev.meridian.declaration.EndpointDeclaration.Outputs;
import dev.meridian.testing.ReadDeclaration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatesTest {
  private static final Deployment FOREIGN =
      ReadDeclaration.of(GoodDeclarationsTest.FOLDER.resolve("foreign-states.yaml"))
          .deployment()
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "a, ../other/terraform.tfstate",
    "b, a/b.tfstate",
    "c, other",
    "d, other",
    "e, other",
    "f, other.tfstate",
    "g, https://states.example.com/other",
    "h, other"
  })
  void aForeignStatesNameIsExact(String endpoint, String name) {
    assertThat(state(endpoint).stateName()).isEqualTo(name);
  }

  @Test
  void aForeignBackendHasNoPrefix() {
    assertThat(state("b").backend())
        .isEqualTo(new StateBackend.S3("other-states", "eu-central-1", "", new TreeMap<>()));
    assertThat(state("c").backend())
        .isEqualTo(new StateBackend.Cloud("app.terraform.io", "acme", ""));
    assertThat(state("f").backend()).isEqualTo(new StateBackend.Azurerm("a", "b", "c", ""));
  }

  @Test
  void outputsAreOfThreeForms() {
    assertThat(state("a").outputs()).isEqualTo(new Outputs.HostOutput("name"));
    assertThat(state("b").outputs()).isEqualTo(new Outputs.AliasOutputs("n", "z", true));
    assertThat(state("c").outputs()).isEqualTo(new Outputs.AddressOutputs("list", 100));
  }

  @Test
  void ownStatesKeepTheirOptionsAndLoseASlash() {
    assertThat(own("state-s3"))
        .isEqualTo(
            new StateBackend.S3(
                "acme-states",
                "eu-central-1",
                "",
                new TreeMap<>(Map.of("kms_key_id", "alias/states", "use_path_style", "true"))));
    assertThat(own("state-http"))
        .isEqualTo(new StateBackend.Http("https://states.example.com/net", false));
    assertThat(own("state-local")).isEqualTo(new StateBackend.Local("states"));
  }

  private static StateBackend own(String name) {
    return ReadDeclaration.of(GoodDeclarationsTest.FOLDER.resolve(name + ".yaml"))
        .deployment()
        .orElseThrow()
        .state();
  }

  private static Location.State state(String endpoint) {
    return FOREIGN.endpoints().get(endpoint).state().orElseThrow();
  }
}
