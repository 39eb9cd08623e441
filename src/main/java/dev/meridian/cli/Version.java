package dev.meridian.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the jar's manifest. */
final class Version implements IVersionProvider {
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "meridian " + Optional.ofNullable(version).orElse("(not from a jar)");
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
