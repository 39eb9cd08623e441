package dev.meridian.declaration.reader;

import dev.meridian.declaration.PolicyTree;
import dev.meridian.declaration.PolicyTree.Branch;
import dev.meridian.declaration.Ramp;
import dev.meridian.declaration.value.SecondsReader;
import dev.meridian.declaration.yaml.AllowedKeys;
import dev.meridian.declaration.yaml.Suggestions;
import dev.meridian.declaration.yaml.YamlMapping;
import dev.meridian.declaration.yaml.YamlNode;
import dev.meridian.model.InvalidValue;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RoutingPolicy.Weighted;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code ramp} of a name: how its requests move from one branch to the other. */
final class RampReader {
  private static final int BRANCHES = 2;
  private static final int MOST_SECONDS = 30 * 24 * 3600;
  private static final int EXAMPLE = 1800;

  /** The function runs once a minute. */
  private static final int SHORTEST = 60;

  /** CloudWatch API, DescribeAlarms.AlarmNames and PutMetricAlarm.AlarmName. */
  private static final int MOST_ALARMS = 100;

  private static final int MOST_CHARACTERS = 255;

  private RampReader() {}

  static Optional<Ramp> read(
      YamlNode value, PolicyTree tree, boolean frontDoor, boolean trafficPolicy) {
    Optional<YamlMapping> mapping = value.mapping(AllowedKeys.RAMP);
    if (tree.kind() != PolicyKind.WEIGHTED) {
      return value.refuse(
          "a " + tree.kind().keyword() + " policy has no weights to change",
          "remove ramp, or use weighted");
    }
    if (frontDoor) {
      return value.refuse("weights behind a front door cannot change", "remove ramp or front-door");
    }
    if (trafficPolicy) {
      return value.refuse(
          "weights in a traffic policy cannot change", "remove ramp or via: traffic-policy");
    }
    if (tree.branches().size() != BRANCHES) {
      return value.refuse(
          "a ramp moves requests from one branch to another, and there are "
              + tree.branches().size()
              + " branches",
          "use two branches, or remove ramp");
    }
    return mapping.flatMap(keys -> read(value, keys, tree.branches()));
  }

  private static Optional<Ramp> read(YamlNode value, YamlMapping keys, List<Branch> branches) {
    String[] labels = branches.stream().map(Branch::label).toArray(String[]::new);
    Optional<String> to =
        keys.require("to", labels[1])
            .flatMap(node -> Suggestions.read(node, labels, word -> word, "there is no branch %s"));
    List<Ramp.Stage> stages =
        keys.require("stages", "{0m: 1, 30m: 5, 1h: 25, 2h: 100}")
            .map(RampReader::stages)
            .orElse(List.of());
    Optional<Instant> start =
        keys.require("start", "2026-12-01T09:00:00Z").flatMap(RampReader::instant);
    List<String> abort = keys.get("abort").map(RampReader::alarms).orElse(List.of());
    to.ifPresent(label -> checkDeclared(value, branches, label));
    if (to.isEmpty() || start.isEmpty() || stages.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Ramp(to.get(), stages, start.get(), abort, value.at()));
  }

  /** Terraform creates the record sets with the declared weights, before the function runs. */
  private static void checkDeclared(YamlNode value, List<Branch> branches, String to) {
    List<String> expected = new ArrayList<>();
    boolean same = true;
    for (Branch branch : branches) {
      int weight = branch.label().equals(to) ? 0 : Ramp.WHOLE;
      expected.add(branch.label() + ": " + weight);
      same &= branch.policy() instanceof Weighted weighted && weighted.weight() == weight;
    }
    if (!same) {
      value.report(
          "the declared weights are not those before the ramp to " + to,
          "write " + String.join(", ", expected));
    }
  }

  private static List<Ramp.Stage> stages(YamlNode node) {
    List<Ramp.Stage> stages = new ArrayList<>();
    for (YamlNode.Pair pair : node.pairs()) {
      Optional<Integer> after = SecondsReader.read(pair.key(), "stage", 0, MOST_SECONDS, EXAMPLE);
      Optional<Integer> percent =
          pair.value().integer().flatMap(n -> pair.value().checked(n, RampReader::checkPercentage));
      if (after.isPresent() && percent.isPresent()) {
        Ramp.Stage stage = new Ramp.Stage(after.get(), percent.get());
        check(pair, stages, stage);
        stages.add(stage);
      }
    }
    if (node.isMapping() && node.pairs().isEmpty()) {
      node.report("there are no stages", "write {0m: 1, 30m: 5, 1h: 25, 2h: 100}");
    }
    return stages;
  }

  private static void check(YamlNode.Pair pair, List<Ramp.Stage> before, Ramp.Stage stage) {
    if (before.isEmpty()) {
      if (stage.after() != 0) {
        pair.key().report("the first stage does not begin with the ramp", "begin with 0m");
      }
      return;
    }
    Ramp.Stage last = before.get(before.size() - 1);
    if (stage.after() < last.after() + SHORTEST) {
      pair.key()
          .report(
              "a stage begins less than 60 s after the one before it",
              "write " + (last.after() + SHORTEST) + "s or more");
    }
    if (stage.percent() <= last.percent()) {
      pair.value()
          .report(
              stage.percent() + " is not more than the " + last.percent() + " of the stage before",
              "write percentages that go up");
    }
  }

  private static void checkPercentage(int number) {
    if (number < 1 || number > Ramp.WHOLE) {
      throw new InvalidValue(
          number + " is not the percentage of a stage", "write a percentage from 1 to 100");
    }
  }

  private static Optional<Instant> instant(YamlNode node) {
    String fix = "write a time in UTC, such as 2026-12-01T09:00:00Z";
    Optional<String> text = node.isText() ? node.text() : node.wrong("a time", fix);
    return text.flatMap(
        word -> {
          try {
            Instant instant = Instant.parse(word);
            return instant.getNano() == 0 && instant.getEpochSecond() >= 0
                ? Optional.of(instant)
                : node.refuse("\"" + word + "\" is not a whole second after 1970", fix);
          } catch (DateTimeException e) {
            return node.refuse("\"" + word + "\" is not a time", fix);
          }
        });
  }

  private static List<String> alarms(YamlNode node) {
    List<String> alarms = new ArrayList<>();
    for (YamlNode item : node.items()) {
      item.text()
          .ifPresent(
              name -> {
                if (name.isEmpty() || name.length() > MOST_CHARACTERS) {
                  item.report("is not the name of an alarm", "write 1 to 255 characters");
                } else if (alarms.contains(name)) {
                  item.report("duplicate alarm " + name, "remove one");
                } else {
                  alarms.add(name);
                }
              });
    }
    if (alarms.size() > MOST_ALARMS) {
      node.report("more than 100 alarms", "use composite alarms");
    }
    return alarms;
  }
}
