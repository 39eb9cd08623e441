package dev.meridian.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts use no expression of {@code prose/discouraged.tsv}; docs/adr/0032 says why. */
class ProseTest {
  /**
   * The files that are checked. To check others, name them: {@code mvn test -Dtest=ProseTest
   * -Dprose.files='src/main/java/**.java'}. Once that finds nothing, add the pattern here.
   */
  private static final List<String> CHECKED =
      List.of(
          "*.{md,yaml,xml}",
          "{help,meridian}",
          ".ci/run",
          ".gen/*.{mjs,cjs}",
          ".gen/python/*.{py,sh,in}",
          "bench/**",
          "docs/**.md",
          "examples/**",
          "src/main/java/**.java",
          "src/main/resources/**.{csv,json,py,yaml}",
          "src/test/python/**.py");

  private static final Path RULES = Path.of("src/test/resources/prose/discouraged.tsv");

  /** Made by tools, or by a run. */
  private static final Set<String> GENERATED =
      Set.of("target", ".git", "node_modules", "repository", "venv", "cdktf.out", ".meridian");

  @TestFactory
  List<DynamicTest> everyFileIsFreeOfDiscouragedExpressions() throws IOException {
    List<Rule> rules = rules();
    return files().stream()
        .map(file -> dynamicTest(file.toString(), () -> assertThat(hits(file, rules)).isEmpty()))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyRuleFindsItsExampleAndAcceptsTheOther() throws IOException {
    return rules().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.pattern().pattern(),
                    () -> {
                      assertThat(rule.pattern().matcher(rule.found()).find()).isTrue();
                      assertThat(rule.pattern().matcher(rule.accepted()).find()).isFalse();
                    }))
        .toList();
  }

  @Test
  void codeIsNotProse() throws IOException {
    Path samples = Path.of("src/test/resources/prose");

    List<String> hits = new ArrayList<>();
    for (String sample : List.of("sample.md", "sample.java", "sample.sh", "sample.py")) {
      hits.addAll(hits(samples.resolve(sample), rules()));
    }

    assertThat(hits.stream().map(hit -> hit.replaceAll("^.*/|: write .*", "")))
        .containsExactly(
            "sample.md:3: is told",
            "sample.md:10: but for",
            "sample.java:1: is told",
            "sample.java:4: is told",
            "sample.sh:2: is told",
            "sample.sh:4: but for",
            "sample.py:1: is told",
            "sample.py:4: but for");
  }

  private static List<String> hits(Path file, List<Rule> rules) throws IOException {
    String prose = Prose.of(file);
    List<String> hits = new ArrayList<>();
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(prose);
      while (matcher.find()) {
        String found = matcher.group().replace('\n', ' ');
        hits.add(
            "%s:%d: %s: write %s".formatted(file, line(prose, matcher), found, rule.instead()));
      }
    }
    return hits;
  }

  private static long line(String prose, Matcher matcher) {
    return 1 + prose.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
  }

  private static Set<Path> files() throws IOException {
    String given = System.getProperty("prose.files");
    List<PathMatcher> matchers =
        (given == null ? CHECKED : List.of(given))
            .stream().map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList();
    Path root = Path.of("");
    Set<Path> files = new TreeSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean generated = GENERATED.contains(folder.getFileName().toString());
            return generated ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (matchers.stream().anyMatch(matcher -> matcher.matches(file))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<Rule> rules() throws IOException {
    return Files.readAllLines(RULES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells -> new Rule(pattern(cells[0]), cells[1], cells[2], cells[3]))
        .toList();
  }

  /** In any case; a space may be a line break, but not the end of a paragraph. */
  private static Pattern pattern(String words) {
    return Pattern.compile(words.replace(" ", "[ \\n]"), Pattern.CASE_INSENSITIVE);
  }

  private record Rule(Pattern pattern, String instead, String found, String accepted) {}
}
