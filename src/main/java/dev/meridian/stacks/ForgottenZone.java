package dev.meridian.stacks;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The hosted zone that a DNS stack may have created earlier, although it only looks one up now.
 * Without a {@code removed} block, Terraform would delete that zone together with its domain.
 */
final class ForgottenZone {
  private static final Pattern LOOKED_UP =
      Pattern.compile("(?m)^data \"aws_route53_zone\" \"main\" \\{");
  private static final Pattern CREATED =
      Pattern.compile("(?m)^resource \"aws_route53_zone\" \"main\" \\{");

  private ForgottenZone() {}

  /**
   * The addresses that a stack forgets: that of the created zone, or none. Stacks of your own can
   * look up zones too, so the tags have to show that it is a DNS stack.
   *
   * @param hcl as CDKTF wrote it
   */
  static List<String> in(String hcl) {
    boolean adopts = LOOKED_UP.matcher(hcl).find() && !CREATED.matcher(hcl).find();
    return adopts && StackTags.read(hcl).map(StackTags::isDns).orElse(false)
        ? List.of(HostedZone.CREATED)
        : List.of();
  }
}
