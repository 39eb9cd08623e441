package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OddTextTest {
  @TempDir private static Path folder;
  private static Synthesized synthesized;

  @BeforeAll
  static void synthesize() {
    synthesized = OddText.example().synthesize(folder);
  }

  @Test
  void templatesInAUsersTextStayText() {
    assertThat(synthesized.hclOf("-dns"))
        .contains(
            """
            = "$${path.root} %%{if true} \\"quoted\\" $$${x} back\\\\slash"
            """)
        .contains("\"/a?b=%%{c}&d=$${e}\"");
  }

  @Test
  void tagsStayTextWhateverTheyLookLike() {
    assertThat(synthesized.hclOf("us-east-1"))
        .contains("Number      = \"4711\"")
        .contains("Version     = \"1.10\"")
        .contains("Flag        = \"true\"");
  }

  @Test
  void namesThatHclWouldReadOtherwiseAreQuotedKeys() {
    assertThat(synthesized.hclOf("-dns"))
        .containsPattern("\n    \"for\" +=")
        .containsPattern("\n    \"-dash\" +=")
        .containsPattern("\n    \"7up\" +=");
  }

  @Test
  void namesThatEveryObjectOfJavaScriptHasAreNames() {
    assertThat(synthesized.hclOf("-dns"))
        .containsPattern("name +=  *\"constructor.example.com\"")
        .containsPattern("\"aws_route53_record\" \"constructor_[0-9a-f]{6}\"")
        .containsPattern("\"aws_route53_record\" \"__proto___[0-9a-f]{6}\"")
        .contains("\"aws_route53_record\" \"value\"")
        .containsPattern("\"aws_route53_health_check\" \"constructor_[0-9a-f]{6}\"")
        .containsPattern("\"aws_route53_cidr_collection\" \"__proto___[0-9a-f]{6}\"")
        .containsPattern(
            "\"aws_route53_cidr_location\" \"constructor_[0-9a-f]{6}_toString_[0-9a-f]{6}\"");
  }

  @Test
  void locationsOfTwoCollectionsNeverShareAResource() {
    assertThat(synthesized.hclOf("-dns"))
        .contains("\"aws_route53_cidr_location\" \"a_b_c\"")
        .containsPattern("\"aws_route53_cidr_location\" \"a_b_c_[0-9a-f]{6}\"");
  }

  @Test
  void theServersScriptHoldsThePathAsItIs() {
    assertThat(synthesized.hclOf("us-east-1"))
        .contains(
            "HEALTH = \"/\\U00000022quoted\\U00000022/\\U00000024\\U0000007bx\\U0000007d\"\n");
  }
}
