package dev.meridian.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thrown for a value that Route 53 does not accept. The message comes with a fix. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String fix;

  public InvalidValue(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  /** What is wrong, with the value. */
  public String what() {
    return Objects.requireNonNull(getMessage());
  }

  /** What to write instead. */
  public String fix() {
    return fix;
  }

  /**
   * The value of a field that the API always sends, but an emulator or a proxy can omit.
   *
   * @param what the name of the field in messages, without an article
   * @throws InvalidValue if the value is null
   */
  public static <T> T required(@Nullable T value, String what) {
    if (value == null) {
      throw new InvalidValue("it has no " + what, "give it one");
    }
    return value;
  }

  /**
   * Something that Route 53 accepts, or may accept by now, but that this version of Meridian does
   * not know.
   *
   * @param what such as {@code health checks of the type "X"}
   * @param effect what that means for the answers, as a sentence without a full stop
   */
  public static InvalidValue notKnownYet(String what, String effect) {
    return new InvalidValue(
        "Meridian does not know " + what + " yet, so " + effect,
        "look for a newer version of Meridian; if you wrote the value yourself, check its spelling");
  }

  static void outside(String noun, long value, long least, long most, String fix) {
    if (value < least || value > most) {
      throw new InvalidValue(noun + " " + value + " is outside " + least + ".." + most, fix);
    }
  }
}
