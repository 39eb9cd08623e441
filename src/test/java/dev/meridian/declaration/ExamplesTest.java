package dev.meridian.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meridian.model.PolicyKind;
import dev.meridian.testing.ReadDeclaration;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

  @ParameterizedTest
  @ValueSource(strings = {"meridian.yaml", "examples/everything.yaml", "examples/flawed.yaml"})
  void everyExampleIsReadWithoutAProblem(String file) {
    ReadDeclaration reading = ReadDeclaration.of(Path.of(file));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.deployment()).isPresent();
  }

  @Test
  void theRecipeHasThreeRegionsAndItsFiveNames() {
    Deployment recipe = ReadDeclaration.of(Path.of("meridian.yaml")).deployment().orElseThrow();

    assertThat(recipe.regions().keySet())
        .containsExactly("us-east-1", "eu-west-1", "ap-southeast-1");
    assertThat(recipe.names())
        .extracting(name -> name.name().text(), name -> name.policy().kind())
        .containsExactly(
            tuple("api.example.com", PolicyKind.WEIGHTED),
            tuple("latency.api.example.com", PolicyKind.LATENCY),
            tuple("geo.api.example.com", PolicyKind.GEOLOCATION),
            tuple("failover.api.example.com", PolicyKind.FAILOVER),
            tuple("multivalue.api.example.com", PolicyKind.MULTIVALUE));
  }

  /** AZ affinity cannot be deployed yet, and only private zones can have it. */
  @Test
  void everyPolicyThatCanBeDeployedIsInEverything() {
    Set<PolicyKind> deployable = EnumSet.complementOf(EnumSet.of(PolicyKind.AZ_AFFINITY));
    Deployment all =
        ReadDeclaration.of(Path.of("examples/everything.yaml")).deployment().orElseThrow();

    assertThat(all.names()).extracting(name -> name.policy().kind()).containsAll(deployable);
  }
}
