package dev.meridian.stacks.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsNameTest {
  @Test
  void aShortNameStaysWhole() {
    assertThat(AwsName.of("storefront-production", "alb", 32))
        .isEqualTo("storefront-production-alb");
  }

  @Test
  void aLongNameEndsInAHashOfTheWhole() {
    String one = AwsName.of("international-storefront-production", "alb", 32);
    String other = AwsName.of("international-storefront-preview", "alb", 32);

    assertThat(one).hasSizeLessThanOrEqualTo(32).matches("international-storefr-[0-9a-f]{6}-alb");
    assertThat(other).isNotEqualTo(one).matches("international-storefr-[0-9a-f]{6}-alb");
  }

  @Test
  void aCutNeverLeavesTwoHyphens() {
    assertThat(AwsName.of("abcdefghijklmnopqrs-tuvwxyz-abc", "web-80", 32))
        .hasSizeLessThanOrEqualTo(32)
        .doesNotContain("--");
  }

  @Test
  void aSuffixThatFillsTheNameIsCutTooAndStaysItsOwn() {
    assertThat(AwsName.of("shop", "a".repeat(59), 64)).hasSize(64);
    assertThat(AwsName.of("shop", "a".repeat(60), 64)).hasSize(64).startsWith("shop-aaa");
    assertThat(AwsName.of("shop", "a".repeat(63), 64))
        .isNotEqualTo(AwsName.of("shop", "a".repeat(64), 64));
  }

  @Test
  void noLoadBalancerIsCalledInternal() {
    assertThat(AwsName.of("internal-tools", "alb", 32)).isEqualTo("x-internal-tools-alb");
  }
}
