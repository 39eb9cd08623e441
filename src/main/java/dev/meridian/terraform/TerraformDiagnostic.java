package dev.meridian.terraform;

import java.util.ArrayList;
import java.util.List;

/**
 * One error or warning from Terraform.
 *
 * @param address the resource or provider; empty if Terraform names none
 * @param snippet the source line; empty if there is none
 */
public record TerraformDiagnostic(
    Severity severity, String summary, String detail, String address, String snippet) {
  /** The severity. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private static final String ERROR = "Error: ";
  private static final String WITH = "  with ";

  /** All of its text, to search for a known cause. */
  String text() {
    return summary + "\n" + detail;
  }

  /**
   * The errors in the output of a command that has no {@code -json}, printed with {@code
   * -no-color}. In each error, the summary begins after {@code Error: } and ends at the next empty
   * line.
   */
  static List<TerraformDiagnostic> inPlainText(List<String> lines) {
    List<TerraformDiagnostic> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || (lines.get(i).startsWith(ERROR) && !inDetail(lines, start))) {
        if (start >= 0) {
          found.add(plain(lines.subList(start, i)));
        }
        start = i;
      }
    }
    return found;
  }

  /** The AWS provider quotes the SDK's error as a second "Error: " within its own detail. */
  private static boolean inDetail(List<String> lines, int start) {
    return start >= 0 && lines.get(start).contains("credential sources");
  }

  private static TerraformDiagnostic plain(List<String> lines) {
    int end = lines.indexOf("");
    List<String> head = end < 0 ? lines : lines.subList(0, end);
    List<String> rest = end < 0 ? List.of() : lines.subList(end + 1, lines.size());
    String address =
        rest.stream()
            .filter(line -> line.startsWith(WITH))
            .findFirst()
            .map(line -> line.substring(WITH.length()).replaceAll(",$", ""))
            .orElse("");
    String summary = String.join(" ", head).substring(ERROR.length());
    return new TerraformDiagnostic(
        Severity.ERROR, summary, String.join("\n", rest).strip(), address, "");
  }
}
