package dev.meridian.cli;

import dev.meridian.terraform.ProcessStarter;
import dev.meridian.terraform.RunningProcesses;

/** The processes a command starts; none outlives it. */
final class Processes {
  private Processes() {}

  static RunningProcesses start() {
    return new RunningProcesses(
            ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
        .stoppedAtExit();
  }
}
