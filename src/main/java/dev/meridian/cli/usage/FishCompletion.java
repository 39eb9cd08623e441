package dev.meridian.cli.usage;

import dev.meridian.cli.usage.CommandModel.Argument;
import dev.meridian.cli.usage.CommandModel.Command;
import dev.meridian.cli.usage.CommandModel.Option;
import dev.meridian.cli.usage.CommandModel.Value;
import java.util.List;

/** Writes the completion script for fish. */
final class FishCompletion {
  private static final String HEAD =
      """
      # Completion of Meridian for fish. To load it: ./meridian completion fish | source

      function __meridian_command
          set -l words (commandline -opc)
          if test (count $argv) -eq 0
              test (count $words) -eq 1
          else
              test (count $words) -gt 1; and test $words[2] = $argv[1]
          end
      end

      complete -c meridian -f
      """;

  private FishCompletion() {}

  static String of(List<Command> commands) {
    StringBuilder script = new StringBuilder(HEAD);
    for (Command command : commands) {
      script
          .append("complete -c meridian -n __meridian_command -a ")
          .append(command.name())
          .append(" -d ")
          .append(quoted(command.description()))
          .append('\n');
    }
    for (Command command : commands) {
      String when = "complete -c meridian -n '__meridian_command " + command.name() + "'";
      for (Option option : command.options()) {
        script.append(when);
        option.names().forEach(name -> script.append(name(name)));
        script
            .append(value(option.value()))
            .append(" -d ")
            .append(quoted(option.description()))
            .append('\n');
      }
      for (Argument argument : command.arguments()) {
        String value = argument(argument.value());
        if (!value.isEmpty()) {
          script.append(when).append(value).append('\n');
        }
      }
    }
    return script.toString();
  }

  private static String name(String name) {
    return name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1);
  }

  private static String value(Value value) {
    return switch (value.kind()) {
      case NONE -> "";
      case OTHER -> " -x";
      case FILE -> " -r -F";
      case FOLDER, WORD -> " -x" + argument(value);
    };
  }

  private static String argument(Value value) {
    return switch (value.kind()) {
      case NONE, OTHER -> "";
      case FILE -> " -F";
      case FOLDER -> " -a '(__fish_complete_directories)'";
      case WORD -> " -a " + quoted(String.join(" ", value.words()));
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
