package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.meridian.testing.Mutations;
import dev.meridian.testing.RandomCases;
import dev.meridian.testing.RecordedZone;
import dev.meridian.testing.TextMutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Whatever is in a file, every command answers or says where the file is wrong. CI tries 2,000
 * inputs, and the fast tests 300: declarations, plans and states, zones, latencies, and goals. For
 * more, run it with {@code -Drandom-cases=100000}. A failure names its seed; {@code -Dseed=N}
 * repeats that input only.
 */
class MutatedInputsTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path IMPORTING = RESOURCES.resolve("dev/meridian/importing");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of this thread, so that it does not depend on what else the machine does. */
  private static final Duration CPU_TIME = Duration.ofSeconds(10);

  private static final int INPUTS = Math.max(300, RandomCases.COUNT / 5);

  /** What a recorded zone holds. */
  private static final Set<String> CONTENTS = Set.of("ResourceRecordSets", "healthchecks", "cidr");

  @TempDir private Path folder;

  @Test
  void declarations() throws IOException {
    List<Path> originals = new ArrayList<>(List.of(Path.of("meridian.yaml")));
    originals.addAll(files(Path.of("examples"), ".yaml"));
    originals.addAll(files(RESOURCES.resolve("good-declarations"), ".yaml"));
    originals.addAll(files(RESOURCES.resolve("bad-declarations"), ".yaml"));
    Path file = folder.resolve("mutated.yaml");
    String mutated = file.toString();
    forAll(
        INPUTS / 2,
        random -> {
          Path original = one(originals, random);
          Files.write(file, yaml(text(original), random));
          Run validated = run("validate", "-c", mutated);
          assertPlaces(validated, file);
          if (validated.exitCode() == ExitCode.BAD_INPUT && random.nextInt(4) > 0) {
            return; // the other commands read the file in the same way
          }
          run("check", "-c", mutated);
          run("resolve", name(random), "--from", "DE", "--explain", "-c", mutated);
          run("what-if", "--down", "us-east-1", "-c", mutated);
          run("prove", "--failures", "1", "-c", mutated);
          run("compare", mutated, "meridian.yaml");
          run("compare", "meridian.yaml", mutated, "--json");
          run(another(random, mutated));
        });
  }

  /** One of the other commands that only read a declaration. */
  private static String[] another(Random random, String file) {
    String name = name(random);
    String[][] commands = {
      {"graph", name, "--format", "mermaid", "-c", file},
      {"graph", name, "--format", "dot", "-c", file},
      {"cost", "--json", "-c", file},
      {"cost", "--markdown", "-c", file},
      {"drill", "--simulate", "--resolvers", "10", "--duration", "60", "-c", file},
      {"export", "traffic-policy", name, "-c", file},
      {"migrate", name, "--dry-run", "--before", "meridian.yaml", "-c", file},
      {"validate", "--against", "meridian.yaml", "-c", file},
      {"validate", "--json", "--against", file, "-c", "meridian.yaml"},
    };
    return commands[random.nextInt(commands.length)];
  }

  @Test
  void plansAndStates() throws IOException {
    List<Path> originals = new ArrayList<>(files(IMPORTING, ".tfstate"));
    originals.addAll(files(IMPORTING, ".plan.json"));
    originals.addAll(files(RESOURCES.resolve("dev/meridian/cli"), ".plan.json"));
    forAll(
        INPUTS * 3 / 10,
        random -> {
          Path original = one(originals, random);
          Path file = folder.resolve("mutated-" + original.getFileName());
          String mutated = file.toString();
          String text = text(original);
          Files.write(
              file,
              random.nextInt(3) > 0 ? json(text, random) : new TextMutations(random).of(text));
          imported("--state", mutated);
          switch (random.nextInt(8)) {
            case 0 -> run("resolve", name(random), "--from", "DE", "--plan", mutated);
            case 1 -> run("what-if", "--down", "us-east-1", "--state", mutated);
            case 2 -> run("prove", "--failures", "1", "--plan", mutated);
            case 3 -> run("check", "--plan", mutated);
            case 4 -> run("compare", "--plan", mutated, "--markdown");
            case 5 -> run("guard", mutated, "--json");
            case 6 -> run("validate", "--against", mutated, "-c", "meridian.yaml");
            default -> run("compare", mutated, original.toString());
          }
        });
  }

  @Test
  void zones() throws IOException {
    List<Path> originals = files(IMPORTING, ".zone.json");
    try (RecordedZone zone = new RecordedZone(JSON.readTree(originals.get(0).toFile()))) {
      forAll(
          INPUTS / 10,
          random -> {
            JsonNode original = JSON.readTree(one(originals, random).toFile());
            zone.serve(new Mutations(random, random.nextBoolean()).of(original, CONTENTS));
            imported("--zone", "example.com", "--aws-endpoint", zone.endpoint());
          });
    }
  }

  @Test
  void latencies() throws IOException {
    String original =
        "# measured\narea,us-east-1,eu-west-1,ap-northeast-1\nDE,92.5,21,\nUS-TX,30,110,150\nJP,,240,9\n";
    Path file = folder.resolve("mutated.csv");
    forAll(
        INPUTS / 20,
        random -> {
          Files.write(file, new TextMutations(random).of(original));
          run(
              "resolve",
              "api",
              "--from",
              "DE",
              "--latency",
              file.toString(),
              "-c",
              "meridian.yaml");
        });
  }

  @Test
  void goals() throws IOException {
    List<Path> originals =
        List.of(
            RESOURCES.resolve("dev/meridian/cli/unread.goals.yaml"),
            RESOURCES.resolve("good-declarations/goals.yaml"));
    Path file = folder.resolve("mutated.yaml");
    forAll(
        INPUTS / 20,
        random -> {
          Files.write(file, yaml(text(one(originals, random)), random));
          String command = random.nextBoolean() ? "check" : "prove";
          run(command, "--goals", file.toString(), "-c", "meridian.yaml");
        });
  }

  private interface Claim {
    void holds(Random random) throws IOException;
  }

  private static void forAll(int count, Claim claim) {
    Long only = Long.getLong("seed");
    for (long seed = only == null ? 0 : only; seed < (only == null ? count : only + 1); seed++) {
      try {
        claim.holds(RandomCases.random(seed));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** An import, which writes a file only if it succeeds. */
  private void imported(String... source) throws IOException {
    Path written = folder.resolve("written.yaml");
    List<String> command = new ArrayList<>(List.of("import", "-o", written.toString()));
    command.addAll(List.of(source));
    Run run = run(command.toArray(String[]::new));
    assertThat(Files.exists(written)).as(run.err()).isEqualTo(run.exitCode() < ExitCode.BAD_INPUT);
    if (Files.deleteIfExists(written)) {
      assertThat(run.out()).startsWith("Wrote ");
    }
  }

  private static Run run(String... command) {
    long before = THREADS.getCurrentThreadCpuTime();
    Run run = Run.of(command);
    Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    String what = String.join(" ", command) + "\n" + run.err();

    // An answer from AWS that is not XML is neither the input nor a bug.
    boolean unreadable = run.err().startsWith("Could not ask AWS for the hosted zone");
    int most = unreadable ? ExitCode.OUR_FAULT : ExitCode.BAD_INPUT;
    assertThat(run.exitCode()).as(what).isBetween(ExitCode.FINE, most);
    assertThat(run.out() + run.err()).as(what).doesNotContain("\tat ", "Exception", "has a bug");
    assertThat(took).as(what).isLessThan(CPU_TIME);
    if (run.exitCode() == ExitCode.BAD_INPUT) {
      assertThat(run.out()).as(what).isEmpty();
      assertThat(run.err()).as(what).containsPattern("(?m)^\\S.*: .+\n    fix: .");
    }
    return run;
  }

  /** Each problem is in the file, and those of its contents have a line and a column. */
  private static void assertPlaces(Run validated, Path file) {
    String place = Pattern.quote(file.toString()) + ":(\\d+:\\d+:)? .+";
    if (validated.exitCode() == ExitCode.BAD_INPUT) {
      assertThat(validated.err().lines().filter(line -> !line.matches(" {4}.*|\\d+ problems?; .*")))
          .isNotEmpty()
          .allMatch(line -> line.matches(place));
    }
  }

  /** Some of the files are deliberately not UTF-8. */
  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] yaml(String document, Random random) {
    if (random.nextInt(3) > 0) {
      return new TextMutations(random).of(document);
    }
    try {
      Object read = new Load(LoadSettings.builder().build()).loadFromString(document);
      JsonNode mutated = new Mutations(random, true).of(JSON.valueToTree(read));
      return mutated.toString().getBytes(StandardCharsets.UTF_8);
    } catch (RuntimeException | StackOverflowError e) {
      // It is deliberately not YAML, or contains itself.
      return new TextMutations(random).of(document);
    }
  }

  private static byte[] json(String document, Random random) throws IOException {
    JsonNode mutated = new Mutations(random, true).of(JSON.readTree(document));
    return mutated.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Random random) {
    return List.of("api", "www", "@", "geo", "w").get(random.nextInt(5));
  }

  private static Path one(List<Path> files, Random random) {
    return files.get(random.nextInt(files.size()));
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
