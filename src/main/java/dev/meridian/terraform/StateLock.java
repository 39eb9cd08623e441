package dev.meridian.terraform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lock of a state, and who holds it.
 *
 * @param id the argument of {@code terraform force-unlock}
 * @param who user and host
 * @param operation such as {@code OperationTypeApply}
 * @param created when it was acquired, as Terraform prints it
 */
public record StateLock(String id, String who, String operation, String created) {
  private static final Pattern INFO =
      Pattern.compile(
          "Lock Info:.*?ID: *(\\S+).*?Operation: *(\\S*).*?Who: *(.*?)\\R.*?Created: *(.*?)(\\R|$)",
          Pattern.DOTALL);

  /** The lock in a Terraform error, or empty if Terraform could not read it. */
  static Optional<StateLock> in(String detail) {
    Matcher matcher = INFO.matcher(detail);
    return matcher.find()
        ? Optional.of(
            new StateLock(
                matcher.group(1),
                matcher.group(3).strip(),
                matcher.group(2),
                matcher.group(4).strip()))
        : Optional.empty();
  }
}
