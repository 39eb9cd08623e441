package dev.meridian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code pom.xml} says in three places which packages are not part of the library. */
class LibraryPackagesTest {
  private static final Pattern PLUGIN = Pattern.compile("(?s)<plugin>.*?</plugin>");
  private static final Pattern EXCLUDED = Pattern.compile("<exclude>dev/meridian/(\\w+)/\\*\\*<");
  private static final Pattern UNDOCUMENTED =
      Pattern.compile("<excludePackageNames>(.*?)</excludePackageNames>");

  @Test
  void jarAndSourcesAndJavadocLeaveOutTheSamePackages() throws IOException {
    assertThat(leftOutOf("maven-jar-plugin")).isNotEmpty();
    assertThat(leftOutOf("maven-source-plugin")).isEqualTo(leftOutOf("maven-jar-plugin"));
    assertThat(undocumented()).isEqualTo(leftOutOf("maven-jar-plugin"));
  }

  @Test
  void everyPackageThatIsLeftOutExists() throws IOException {
    assertThat(ArchitectureTest.MAY_USE.keySet()).containsAll(leftOutOf("maven-jar-plugin"));
  }

  @Test
  void noPackageOfTheLibraryUsesOneThatIsLeftOut() throws IOException {
    Set<String> library = new TreeSet<>(ArchitectureTest.MAY_USE.keySet());
    Set<String> leftOut = leftOutOf("maven-jar-plugin");
    library.removeIf(name -> leftOut.contains(name.split("\\.")[0]));

    assertThat(library).contains("builder", "compile", "declaration", "stacks");
    for (String name : library) {
      assertThat(library).as(name).containsAll(ArchitectureTest.MAY_USE.get(name));
    }
  }

  private static Set<String> leftOutOf(String plugin) throws IOException {
    String found =
        PLUGIN
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .map(MatchResult::group)
            .filter(text -> text.contains("<artifactId>" + plugin + "<"))
            .findFirst()
            .orElseThrow();
    Set<String> names = new TreeSet<>();
    EXCLUDED.matcher(found).results().forEach(match -> names.add(match.group(1)));
    return names;
  }

  private static Set<String> undocumented() throws IOException {
    String list =
        UNDOCUMENTED
            .matcher(Files.readString(Path.of("pom.xml")))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    Set<String> names = new TreeSet<>();
    // Each package is named twice: by itself, and with a wildcard for its sub-packages.
    Arrays.stream(list.split(":"))
        .filter(name -> name.endsWith(".*"))
        .map(name -> name.substring("dev.meridian.".length(), name.length() - 2))
        .forEach(names::add);
    return names;
  }
}
