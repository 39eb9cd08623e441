package dev.meridian.cli.usage;

import dev.meridian.cli.usage.CommandModel.Argument;
import dev.meridian.cli.usage.CommandModel.Command;
import dev.meridian.cli.usage.CommandModel.Kind;
import dev.meridian.cli.usage.CommandModel.Option;
import dev.meridian.cli.usage.CommandModel.Value;
import java.util.List;

/** Writes the completion script for zsh. */
final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef meridian
      # Completion of Meridian for zsh. To load it after compinit: source <(./meridian completion zsh)

      _meridian() {
        local -a commands
        commands=(
      """;

  private static final String COMMANDS =
      """
        )
        if ((CURRENT == 2)); then
          _describe -t commands command commands
          return
        fi
        shift words
        ((CURRENT--))
        case $words[1] in
      """;

  private static final String TAIL =
      """
        esac
      }

      # zsh runs the file itself for its first completion, if it is in fpath.
      if [[ $funcstack[1] == _meridian ]]; then
        _meridian "$@"
      else
        compdef _meridian meridian
      fi
      """;

  private ZshCompletion() {}

  static String of(List<Command> commands) {
    StringBuilder script = new StringBuilder(HEAD);
    for (Command command : commands) {
      String entry = command.name() + ":" + command.description();
      script.append("    ").append(quoted(entry)).append('\n');
    }
    script.append(COMMANDS);
    for (Command command : commands) {
      script.append("    ").append(command.name()).append(")\n      _arguments");
      command.options().forEach(option -> option(option, script));
      command.arguments().forEach(argument -> line(argument(argument), script));
      script.append("\n      ;;\n");
    }
    return script.append(TAIL).toString();
  }

  /** One specification per name, of which each excludes the others. */
  private static void option(Option option, StringBuilder script) {
    Value value = option.value();
    String head = value.repeated() ? "*" : "(" + String.join(" ", option.names()) + ")";
    for (String name : option.names()) {
      String assigned = value.kind() == Kind.NONE ? "" : name.startsWith("--") ? "=" : "+";
      String description = "[" + escaped(option.description()) + "]";
      line(head + name + assigned + description + action(value), script);
    }
  }

  private static String argument(Argument argument) {
    Value value = argument.value();
    return (value.repeated() ? "*" : "") + action(value);
  }

  private static String action(Value value) {
    String label = ":" + escaped(value.label()) + ":";
    return switch (value.kind()) {
      case NONE -> "";
      case FILE -> label + "_files";
      case FOLDER -> label + "_files -/";
      case WORD -> label + "(" + String.join(" ", value.words()) + ")";
      case OTHER -> label + " ";
    };
  }

  private static void line(String specification, StringBuilder script) {
    script.append(" \\\n        ").append(quoted(specification));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\\\[\\]:]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
