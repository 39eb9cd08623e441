package dev.meridian.cli.usage;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Decides whether to print colors. This is the only place that does. */
public final class Colors {
  private Colors() {}

  /**
   * The colors of help.
   *
   * @param off whether the user turned them off on the command line
   * @param environment the environment variables; see <a href="https://no-color.org">NO_COLOR</a>
   * @param terminal whether a person sees the output
   */
  static Help.ColorScheme scheme(boolean off, Map<String, String> environment, boolean terminal) {
    return Help.defaultColorScheme(areOn(off, environment, terminal) ? Ansi.ON : Ansi.OFF);
  }

  private static boolean areOn(boolean off, Map<String, String> environment, boolean terminal) {
    return terminal
        && !off
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Whether standard output is a terminal. */
  public static boolean isTerminal() {
    return isTerminal(System.console());
  }

  /** From Java 22 on, there is a console without a terminal too, and a method that says so. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null) {
      return false;
    }
    try {
      Method method = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(method.invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
