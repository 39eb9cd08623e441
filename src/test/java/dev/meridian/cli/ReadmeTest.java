package dev.meridian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** README.md, docs/getting-started.md, and help say what the commands do. */
class ReadmeTest {
  private static final Path RECIPE = Path.of("meridian.yaml");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)]*))?\\)");

  /** Usage lines have brackets, and are left to the help of the command. */
  private static final Pattern COMMAND_LINE =
      Pattern.compile("(?m)^ {4}\\./meridian ([^\\[#\\n]+)(?:#.*)?$");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern HELP_COMMAND = Pattern.compile("(?m)^  ([a-z-]+) +\\S.* [a-z]");

  /** What the launcher does itself. */
  private static final Set<String> LAUNCHER = Set.of("cdktf", "setup", "test", "help");

  private static final Path README = Path.of("README.md");
  private static final Path CHANGELOG = Path.of("CHANGELOG.md");
  private static final Path START = Path.of("docs/getting-started.md");

  private static List<String> yaml;

  @TempDir private Path folder;

  @BeforeAll
  static void read() throws IOException {
    yaml = blocks(START, "yaml");
  }

  @Test
  void theFirstDeclarationIsValid() throws IOException {
    assertThat(validate(blocks(README, "yaml").get(0)).exitCode()).isEqualTo(0);
  }

  @Test
  void theFirstOutageIsThatOfTheDeclarationAboveIt() throws IOException {
    String declaration = blocks(README, "yaml").get(0);
    Path file = Files.writeString(folder.resolve("meridian.yaml"), declaration);

    Run run = Run.of("what-if", "--down", "us-east-1", "--config", file.toString());

    String shown = blocks(README, "console").get(0);
    String printed = run.out().replace(folder + "/", "");
    assertThat(shown).isEqualTo("$ ./meridian what-if --down us-east-1\n" + printed + "…\n");
  }

  @Test
  void theFirstChangeRewritesTwoLinesOfTheDnsStack() throws IOException {
    String recipe = Files.readString(RECIPE);
    String weights = line(recipe, "weighted:");
    String changed = recipe.replace(weights, line(yaml.get(0), "weighted:"));

    List<String> before = dnsStack("before", recipe);
    List<String> after = dnsStack("after", changed);

    assertThat(after).hasSameSizeAs(before);
    List<String> rewritten = new ArrayList<>(after);
    for (int i = before.size() - 1; i >= 0; i--) {
      if (after.get(i).equals(before.get(i))) {
        rewritten.remove(i);
      }
    }
    assertThat(rewritten.remove(0)).startsWith("# Checksum: ");
    assertThat(rewritten).map(String::strip).containsExactly("weight = 40", "weight = 40");
  }

  @Test
  void theMessagesAreThoseThatAreShown() throws IOException {
    Run run = validate(yaml.get(1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().replace(folder + "/", "")).isEqualTo(blocks(START, "").get(0));
  }

  @Test
  void theCommandsPrintWhatIsShown() throws IOException {
    List<String> sessions = blocks(START, "console");

    assertThat(sessions).hasSize(1).allSatisfy(ReadmeTest::printsWhatIsShown);
  }

  /** Below the command is all of its output, or its beginning and an ellipsis. */
  private static void printsWhatIsShown(String session) {
    String[] parts = session.split("\n", 2);
    String command = parts[0].replaceFirst("^\\$ \\./meridian ", "");
    String out = Run.of(command.split(" ")).out();
    if (parts[1].endsWith("…\n")) {
      assertThat(out).startsWith(parts[1].substring(0, parts[1].length() - 2));
    } else {
      assertThat(out).isEqualTo(parts[1]);
    }
  }

  @TestFactory
  List<DynamicTest> everyCommandLineHasOptionsThatExist() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult line : COMMAND_LINE.matcher(Files.readString(page)).results().toList()) {
        String[] words = line.group(1).strip().split(" +");
        if (!LAUNCHER.contains(words[0])) {
          tests.add(
              dynamicTest(page + ": " + line.group(1), () -> Commands.all().parseArgs(words)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyLinkPointsToAFileAndAHeading() throws IOException {
    return pages().stream()
        .map(page -> dynamicTest(page.toString(), () -> assertThat(broken(page)).isEmpty()))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(README, Path.of("CONTRIBUTING.md"), CHANGELOG));
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static List<String> broken(Path page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
      if (!link.group(1).contains("://") && !exists(page, link.group(1), link.group(2))) {
        broken.add(link.group());
      }
    }
    return broken;
  }

  private static boolean exists(Path page, String file, @Nullable String anchor)
      throws IOException {
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    return Files.exists(target) && (anchor == null || anchors(target).contains(anchor));
  }

  /** As GitHub makes them: lower case, dashes for spaces, without punctuation. */
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(m -> m.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .toList();
  }

  @Test
  void helpNamesEveryCommandAndNoOther() throws IOException {
    String help = Files.readString(Path.of("help"));
    String commands = help.substring(help.indexOf("Declare\n"), help.indexOf("Options of"));
    Set<String> named = new TreeSet<>();
    HELP_COMMAND.matcher(commands).results().map(m -> m.group(1)).forEach(named::add);

    Set<String> known = new TreeSet<>(LAUNCHER);
    Commands.all()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              if (!command.getCommandSpec().usageMessage().hidden()) {
                known.add(name);
              }
            });
    assertThat(named).isEqualTo(known);
  }

  private Run validate(String declaration) throws IOException {
    Path file = Files.writeString(folder.resolve("meridian.yaml"), declaration);
    return Run.of("validate", "--config", file.toString());
  }

  private List<String> dnsStack(String name, String declaration) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), declaration);
    Path output = folder.resolve(name);
    Run run = Run.of("synth", "--config", file.toString(), "--output", output.toString());
    assertThat(run.exitCode()).as(run.err()).isEqualTo(0);
    return Files.readAllLines(output.resolve("stacks/storefront-production-dns/cdk.tf"));
  }

  private static String line(String text, String word) {
    return text.lines().filter(line -> line.contains(word)).findFirst().orElseThrow();
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    List<MatchResult> found = blocks.results().filter(m -> m.group(1).equals(language)).toList();
    return found.stream().map(m -> m.group(2)).toList();
  }
}
