package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeStacksTest {
  @TempDir private static Path folder;
  private static Synthesized recipe;

  @BeforeAll
  static void synthesize() throws IOException {
    recipe = Example.recipe().synthesize(folder.resolve("first"));
  }

  @Test
  void theDnsStackComesAfterTheRegions() {
    assertThat(recipe.names())
        .containsExactly(
            "storefront-production-us-east-1",
            "storefront-production-eu-west-1",
            "storefront-production-ap-southeast-1",
            "storefront-production-dns");
    assertThat(recipe.files().get("manifest.json"))
        .contains(
            """
            "dependencies": [
                    "storefront-production-us-east-1",
                    "storefront-production-eu-west-1",
                    "storefront-production-ap-southeast-1"
                  ],
                  "name": "storefront-production-dns",
            """
                .strip());
  }

  @Test
  void theRegionStackIsTheRecipesStepsTwoToFive() throws IOException {
    Golden.check("stacks/recipe/us-east-1.tf", recipe.hclOf("us-east-1"));
  }

  @Test
  void theDnsStackIsTheRecipesStepsSixToTwelve() throws IOException {
    Golden.check("stacks/recipe/dns.tf", recipe.hclOf("-dns"));
  }

  @Test
  void theRegionsDifferInTheirNameAlone() {
    assertThat(recipe.hclOf("eu-west-1").replace("eu-west-1", "us-east-1"))
        .isEqualTo(recipe.hclOf("us-east-1"));
  }

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    Synthesized again = Example.recipe().synthesize(folder.resolve("again"));

    assertThat(again.files()).isEqualTo(recipe.files());
  }

  @Test
  void aTidyStackStaysAsItIs() {
    String stack = recipe.names().get(0);
    String before = recipe.hcl(stack);
    Stacks.tidy(recipe.outdir(), stack);

    assertThat(recipe.hcl(stack)).isEqualTo(before);
  }

  @Test
  void nothingTellsOfTheMachine() {
    assertThat(recipe.files().values())
        .noneMatch(text -> text.contains(folder.toAbsolutePath().toString()))
        .noneMatch(text -> text.contains(System.getProperty("user.home")))
        .noneMatch(text -> text.contains("stackTrace"));
  }
}
