package dev.meridian.cli.usage;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that every command has. */
public final class CommonOptions {
  private static final String QUIET = "--quiet";
  private static final String NO_COLOR = "--no-color";

  /** A server runs until it is stopped, so its output cannot wait for an exit code. */
  private static final String SERVER = "serve";

  private CommonOptions() {}

  /** Adds them to a command; like mixinStandardHelpOptions, but without its annotations. */
  public static void add(CommandSpec command) {
    command.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this help message and exit.")
            .build());
    command.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print version information and exit.")
            .build());
    if (!command.name().equals(SERVER)) {
      command.addOption(
          OptionSpec.builder(QUIET).description("Print nothing if the exit code is 0.").build());
    }
    command.addOption(
        OptionSpec.builder(NO_COLOR)
            .description("Print without colors, as with the environment variable NO_COLOR.")
            .build());
  }

  static boolean isQuiet(ParseResult parsed) {
    return has(QUIET, parsed);
  }

  static boolean isWithoutColor(ParseResult parsed) {
    return has(NO_COLOR, parsed);
  }

  /** Before or after the command, unless the command does not have the option. */
  private static boolean has(String option, ParseResult parsed) {
    ParseResult command = command(parsed);
    return command.hasMatchedOption(option)
        || (parsed.hasMatchedOption(option)
            && command.commandSpec().optionsMap().containsKey(option));
  }

  /** The command that runs. */
  static ParseResult command(ParseResult parsed) {
    return parsed.hasSubcommand() ? parsed.subcommand() : parsed;
  }
}
