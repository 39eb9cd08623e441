package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableNamesTest {
  private static final Pattern RESOURCE = Pattern.compile("(?m)^resource (\".*\") \\{\n");

  private static final String SMALL =
      """
      application: shop
      environment: test
      zone: example.com
      endpoints: {rack: {addresses: [203.0.113.7]}}
      """;

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

  @Test
  void aNewNameNeverTakesTheResourceOfAnother() {
    String few =
        "names: {'@': {simple: rack}, a_b: {simple: rack}, a: {weighted: {b: {weight: 1, to: rack}}}}";
    String more =
        few.replace("}}}}", "}}}, apex: {simple: rack}, a+b: {simple: rack}, a.b: {simple: rack}}");
    String earlier = dns("few", SMALL + few);
    String later = dns("more", SMALL + more);

    assertThat(named(later)).containsAllEntriesOf(named(earlier));
    assertThat(named(later)).hasSize(7);
  }

  /** Terraform moves what 0.1.0 called otherwise, unless it is not clear whose the name was. */
  @Test
  void aNameThatGotAHashKeepsItsResource() {
    String moved = dns("moved", SMALL + "names: {www.shop: {simple: rack}}");
    String taken =
        dns(
            "taken",
            SMALL
                + "names: {www.shop: {simple: rack}, www: {weighted: {shop: {weight: 1, to: rack}}}}");
    String unclear = dns("unclear", SMALL + "names: {a_b: {simple: rack}, a+b: {simple: rack}}");

    assertThat(moved)
        .containsPattern(
            "moved \\{\n  from = aws_route53_record.www_shop\n"
                + "  to   = aws_route53_record.www_shop_[0-9a-f]{6}\n}");
    assertThat(taken).doesNotContain("moved {");
    assertThat(unclear).doesNotContain("moved {");
  }

  /** The domain name of each record's resource. */
  private static Map<String, String> named(String hcl) {
    return Pattern.compile("\"aws_route53_record\" \"(.*)\" \\{\n(?:.*\n)*?  name +=(.*)")
        .matcher(hcl)
        .results()
        .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
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
