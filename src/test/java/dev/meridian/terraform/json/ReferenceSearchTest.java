package dev.meridian.terraform.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.meridian.testing.RandomCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References through random modules: up through outputs, and down through variables. */
class ReferenceSearchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anAttributeIsFoundThroughAnyModules() {
    RandomCases.forAll(
        random -> {
          Walk walk = new Walk(random, "aws_lb.main[0].dns_name");
          walk.go(random.nextInt(8));

          assertThat(walk.search().only().map(Reference::address)).contains(walk.origin());
        });
  }

  @Test
  void anAttributeOfAnObjectThatWasPassedIsFound() {
    RandomCases.forAll(
        random -> {
          Walk walk = new Walk(random, "aws_lb.main[0]");
          walk.go(1 + random.nextInt(6));
          walk.append(".dns_name");
          walk.go(random.nextInt(3));

          assertThat(walk.search().only().map(Reference::address))
              .contains(walk.origin() + ".dns_name");
        });
  }

  /** A condition, an index, or a template with a second name can make another text of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws_lb.other.dns_name",
        "aws_lb.main[1].dns_name",
        "local.canary",
        "var.canary",
        "each.key",
        "each.value",
        "count.index",
        "module.other",
        "data.aws_region.current.name",
        "terraform.workspace"
      })
  void anotherNameOnTheWayIsNeverOverlooked(String other) {
    RandomCases.forAll(
        random -> {
          Walk walk = new Walk(random, "aws_lb.main[0].dns_name");
          walk.go(random.nextInt(4));
          walk.mention(other);
          walk.go(random.nextInt(4));

          assertThat(walk.search().only()).isEmpty();
        });
  }

  @Test
  void anAttributeOfAnObjectThatIsBuiltFromAnAttributeIsNotThatAttribute() {
    Walk walk = new Walk(new Random(1), "aws_lb.main[0].dns_name");
    walk.up("m");
    walk.append(".dns_name");

    assertThat(walk.search().only().map(Reference::address))
        .contains("module.m.aws_lb.main[0].dns_name.dns_name");
  }

  @Test
  void variablesThatMentionThemselvesEnd() {
    ObjectNode plan = JSON.createObjectNode();
    ObjectNode call =
        plan.putObject("configuration")
            .putObject("root_module")
            .putObject("module_calls")
            .putObject("a");
    call.putObject("expressions").putObject("v").putArray("references").add("module.a.out");
    call.putObject("module")
        .putObject("outputs")
        .putObject("out")
        .putObject("expression")
        .putArray("references")
        .add("var.v");
    ModuleScope scope = ModuleScope.root(plan).at("module.a");
    ObjectNode use = JSON.createObjectNode();
    use.putArray("references").add("var.v");

    ReferenceSearch search =
        ReferenceSearch.in(
            new Expression.Block(use, MissingNode.getInstance(), "", false, scope).of(use));

    assertThat(search.isComplete()).isFalse();
    assertThat(search.found()).isEmpty();
  }

  /** An expression that moves between modules, from the module that has the resource. */
  private static final class Walk {
    private final Random random;
    private final ObjectNode plan = JSON.createObjectNode();
    private final List<ObjectNode> modules = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final String origin;
    private List<String> texts;
    private int number;

    Walk(Random random, String text) {
      this.random = random;
      modules.add(plan.putObject("configuration").putObject("root_module"));
      for (int depth = random.nextInt(3); depth > 0; depth--) {
        enter("m" + number++);
      }
      texts = new ArrayList<>(List.of(text));
      origin = (address().isEmpty() ? "" : address() + ".") + text;
    }

    String origin() {
      return origin;
    }

    private String address() {
      return String.join(".", names);
    }

    private ObjectNode here() {
      return modules.get(modules.size() - 1);
    }

    private ObjectNode enter(String name) {
      ObjectNode calls = here().withObject("/module_calls");
      ObjectNode call = calls.putObject(name);
      modules.add(call.putObject("module"));
      names.add("module." + name + (random.nextBoolean() ? "" : "[\"k\"]"));
      return call;
    }

    void go(int steps) {
      for (int i = 0; i < steps; i++) {
        if (names.isEmpty() || random.nextBoolean()) {
          down();
        } else {
          up();
        }
      }
    }

    private void down() {
      ObjectNode call = enter("m" + number++);
      put(call.withObject("/expressions").putObject("v" + number));
      texts = new ArrayList<>(List.of("var.v" + number));
    }

    private void up() {
      String output = "o" + number++;
      put(here().withObject("/outputs").putObject(output).putObject("expression"));
      modules.remove(modules.size() - 1);
      texts = new ArrayList<>(List.of(names.remove(names.size() - 1) + "." + output));
    }

    void up(String module) {
      names.clear();
      modules.subList(1, modules.size()).clear();
      enter(module);
      names.set(0, "module." + module);
      up();
    }

    void append(String rest) {
      texts.set(0, texts.get(0) + rest);
    }

    void mention(String other) {
      texts.add(random.nextInt(texts.size() + 1), other);
    }

    /** As Terraform writes them: each name is followed by its prefixes. */
    private void put(ObjectNode expression) {
      ArrayNode references = expression.putArray("references");
      for (String text : texts) {
        references.add(text);
        for (int end = text.length() - 1; end > 0; end--) {
          boolean part = text.charAt(end) == '.' || text.charAt(end) == '[';
          if (part && text.indexOf('.') < end) {
            references.add(text.substring(0, end));
          }
        }
      }
    }

    ReferenceSearch search() {
      ObjectNode use = JSON.createObjectNode();
      put(use);
      ModuleScope scope = ModuleScope.root(plan).at(address());
      return ReferenceSearch.in(
          new Expression.Block(use, MissingNode.getInstance(), "key", false, scope).of(use));
    }
  }
}
