package dev.meridian.cli.option;

import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;

/** The processes that a command starts. They end with the command. */
public final class CommandProcesses {
  private CommandProcesses() {}

  public static RunningProcesses start() {
    return new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
        .stoppedAtExit();
  }
}
