package dev.meridian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parent of all commands. */
@Command(name = "meridian", description = "DNS-based load balancing as code.")
final class MeridianCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "specify a command; ./meridian help lists them");
  }
}
