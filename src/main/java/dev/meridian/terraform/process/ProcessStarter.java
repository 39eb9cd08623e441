package dev.meridian.terraform.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts processes; tests put a fake program behind it. */
public interface ProcessStarter {

  Process start(Command command) throws IOException;

  /**
   * Whether a started process leads a process group of its own, numbered like itself, so that a
   * Ctrl-C at the terminal does not reach it and its children can be ended together.
   */
  boolean leadsGroup();

  /**
   * Starts real processes. Each becomes the leader of a session where {@code setsid} or Perl is at
   * hand: terraform takes a second interrupt as "exit at once, lose data", so the terminal's and
   * ours must not both arrive.
   */
  static ProcessStarter system(Map<String, String> environment) {
    return new SessionStarter(SessionStarter.prefix(new ProgramPath(environment)));
  }

  /** Starts each command behind the words of {@code prefix}. */
  record SessionStarter(List<String> prefix) implements ProcessStarter {
    private static final String PERL = "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die";

    static List<String> prefix(ProgramPath path) {
      return path.find("setsid")
          .map(program -> List.of(program.toString()))
          .or(() -> path.find("perl").map(program -> List.of(program.toString(), "-e", PERL)))
          .orElse(List.of());
    }

    @Override
    public Process start(Command command) throws IOException {
      List<String> words = new ArrayList<>(prefix);
      words.addAll(command.words());
      ProcessBuilder builder = new ProcessBuilder(words).directory(command.directory().toFile());
      command.environment().forEach((name, value) -> set(builder.environment(), name, value));
      return builder.start();
    }

    private static void set(Map<String, String> environment, String name, String value) {
      if (value.isEmpty()) {
        environment.remove(name);
      } else {
        environment.put(name, value);
      }
    }

    @Override
    public boolean leadsGroup() {
      return !prefix.isEmpty();
    }
  }
}
