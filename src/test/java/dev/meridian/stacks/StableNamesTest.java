package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableNamesTest {
  private static final Pattern RESOURCE = Pattern.compile("(?m)^resource (\".*\") \\{\n");

  @TempDir private static Path folder;
  private static String before;

  @BeforeAll
  static void synthesize() throws IOException {
    before = dns("before", Example.recipeYaml());
  }

  @Test
  void aNewWeightChangesItsOwnLinesAlone() throws IOException {
    String after =
        dns("weights", Example.recipeYaml().replace("50, eu-west-1: 30", "40, eu-west-1: 40"));

    assertThat(differences(before, after))
        .containsExactly("weight = 50 -> weight = 40", "weight = 30 -> weight = 40");
  }

  @Test
  void anotherOrderRenamesNothing() throws IOException {
    String yaml =
        Example.recipeYaml()
            .replace("us-east-1, eu-west-1, ap-southeast-1", "ap-southeast-1, us-east-1, eu-west-1")
            .replace("{us-east-1: 50, eu-west-1: 30,", "{eu-west-1: 30, us-east-1: 50,");

    assertThat(blocks(dns("order", yaml))).isEqualTo(blocks(before));
  }

  @Test
  void anotherRegionMovesNobody() throws IOException {
    String yaml =
        Example.recipeYaml()
            .replace("regions: [us-east-1", "regions: [sa-east-1, us-east-1")
            .replace("{us-east-1: 50,", "{sa-east-1: 1, us-east-1: 50,");

    assertThat(addresses(dns("insert", yaml))).containsAll(addresses(before));
  }

  private static String dns(String name, String yaml) {
    return Example.of(yaml).synthesize(folder.resolve(name)).hclOf("-dns");
  }

  private static SortedSet<String> blocks(String hcl) {
    return new TreeSet<>(
        List.of(hcl.split("(?<=\n})\n\n")).stream().filter(b -> b.startsWith("res")).toList());
  }

  private static SortedSet<String> addresses(String hcl) {
    return new TreeSet<>(
        RESOURCE.matcher(hcl).results().map((MatchResult match) -> match.group(1)).toList());
  }

  private static List<String> differences(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    assertThat(now).hasSameSizeAs(old);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(now.get(i))) {
        differences.add(old.get(i).strip() + " -> " + now.get(i).strip());
      }
    }
    return differences;
  }
}
