package dev.meridian.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.CompiledPlan;
import dev.meridian.compile.Compiler;
import dev.meridian.stacks.Moves.Move;
import dev.meridian.stacks.name.TerraformNames;
import dev.meridian.testing.ReadDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final String YAML =
      """
      application: shop
      environment: test
      zone: example.com
      health-check: none
      health-checks: {front: {host: www.example.org, was: homepage}}
      endpoints: {rack: {addresses: [203.0.113.1], was: shelf}}
      names:
        www.shop: {simple: rack}
        api: {latency: {eu-west-1: {was: west, to: {weighted: {rack: {weight: 1, was: box}}}}}}
      """;

  @Test
  void severalEarlierNamesAreAChain() {
    List<Move> moves = moves(YAML, true);

    assertThat(moves)
        .contains(
            new Move("aws_route53_record.api_west", "aws_route53_record.api_eu-west-1"),
            new Move("aws_route53_health_check.homepage", "aws_route53_health_check.front"),
            new Move("aws_cloudwatch_metric_alarm.homepage", "aws_cloudwatch_metric_alarm.front"));
    assertThat(chain(moves, "aws_route53_record._api-west_shelf"))
        .endsWith("aws_route53_record._api-eu-west-1-weighted_rack")
        .contains(
            "aws_route53_record._api-west_box",
            "aws_route53_record._api-west_rack",
            "aws_route53_record._api-west-weighted_box",
            "aws_route53_record._api-eu-west-1_rack",
            "aws_route53_record._api-eu-west-1-weighted_shelf");
  }

  /** Terraform refuses anything else. */
  @Test
  void noAddressIsTwiceTheBeginningOrTheEndOfAMove() {
    List<Move> moves = moves(YAML, true);
    Set<String> from = new HashSet<>();
    Set<String> to = new HashSet<>();

    assertThat(moves).allMatch(move -> from.add(move.from()) && to.add(move.to()));
  }

  @Test
  void theNameThatVersion010GaveToARecordIsPartOfTheChain() {
    assertThat(moves(YAML, false))
        .filteredOn(move -> move.to().startsWith("aws_route53_record.www_shop"))
        .extracting(Move::from)
        .containsExactly("aws_route53_record.www_shop");
  }

  @Test
  void withoutAlertsNoAlarmMoves() {
    assertThat(moves(YAML, false)).noneMatch(move -> move.to().contains("alarm"));
  }

  private static List<Move> moves(String yaml, boolean alarms) {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.of(yaml).deployment().orElseThrow());
    assertThat(compiled.problems()).isEmpty();
    return Moves.of(
        compiled.plan(), TerraformNames.of(compiled.plan()), compiled.earlier(), alarms);
  }

  private static List<String> chain(List<Move> moves, String from) {
    List<String> chain = new ArrayList<>(List.of(from));
    for (Move move : moves) {
      if (move.from().equals(chain.get(chain.size() - 1))) {
        chain.add(move.to());
      }
    }
    return chain;
  }
}
