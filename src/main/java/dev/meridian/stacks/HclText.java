package dev.meridian.stacks;

/**
 * User text for CDKTF's HCL output, which escapes neither templates nor backslashes and turns a
 * line break into a heredoc.
 */
final class HclText {
  private HclText() {}

  /** {@code text} in the form that HCL reads back as the same text, whatever stands in it. */
  static String literal(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("${", "$${")
        .replace("%{", "%%{");
  }

  /** A reference, such as {@code aws_vpc.main.id}, in the form CDKTF passes through. */
  static String reference(String expression) {
    return "${" + expression + "}";
  }
}
