package dev.meridian.cli.usage;

import dev.meridian.declaration.yaml.ClosestMatch;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line in two lines: what is wrong, and a fix. */
public final class UsageErrors implements IParameterExceptionHandler {
  /** Commands of Terraform and CDKTF that people expect here, and what to run instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "apply",
          applying("apply"),
          "deploy",
          applying("apply"),
          "up",
          applying("apply"),
          "plan",
          "run ./meridian synth, and then ./meridian diff, or terraform"
              + " -chdir=cdktf.out/stacks/NAME plan for one stack",
          "terraform",
          "run terraform -chdir=cdktf.out/stacks/NAME COMMAND after ./meridian synth",
          "tofu",
          "run tofu -chdir=cdktf.out/stacks/NAME COMMAND after ./meridian synth");

  private static String applying(String command) {
    return "run ./meridian synth, and then ./meridian cdktf deploy '*', or terraform"
        + " -chdir=cdktf.out/stacks/NAME "
        + command
        + " for one stack: the regions first, DNS last";
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    Optional<String> first =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched().stream().findFirst()
            : Optional.empty();
    PrintWriter err = line.getErr();
    if (first.isEmpty()) {
      err.println(e.getMessage());
      err.println("    fix: " + help(line));
    } else if (isOption(first.get())) {
      option(first.get(), line, err);
    } else if (line.getParent() == null) {
      command(first.get(), line, err);
    } else {
      err.println("unexpected argument \"" + first.get() + "\"");
      err.println("    fix: remove it, or quote a text with spaces; " + help(line));
    }
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static boolean isOption(String word) {
    return word.length() > 1 && word.startsWith("-");
  }

  private static void option(String written, CommandLine line, PrintWriter err) {
    String name = written.replaceFirst("=.*", "");
    err.println("unknown option " + name);
    if (line.getParent() == null) {
      err.println("    fix: write options after the command; " + help(line));
      return;
    }
    Set<String> known = new TreeSet<>(line.getCommandSpec().optionsMap().keySet());
    err.println("    fix: " + meant(name, known) + help(line));
  }

  private static void command(String written, CommandLine line, PrintWriter err) {
    err.println("there is no command \"" + written + "\"");
    String elsewhere = ELSEWHERE.get(written);
    if (elsewhere != null) {
      err.println("    fix: " + elsewhere);
      return;
    }
    Set<String> known = new TreeSet<>();
    CommandModel.of(line).forEach(command -> known.add(command.name()));
    err.println("    fix: " + meant(written, known) + help(line));
  }

  private static String meant(String written, Set<String> known) {
    return ClosestMatch.of(written, List.copyOf(known))
        .map(near -> "did you mean " + near + "? ")
        .orElse("");
  }

  private static String help(CommandLine line) {
    return line.getParent() == null
        ? "./meridian help lists the commands"
        : "./meridian help " + line.getCommandName() + " lists the options";
  }
}
