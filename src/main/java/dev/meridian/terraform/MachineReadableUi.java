package dev.meridian.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.meridian.terraform.Progress.Step;
import dev.meridian.terraform.json.Json;
import java.time.Duration;

/**
 * Reads the lines that {@code -json} prints. A line of any other form becomes a {@link
 * Progress.Line}.
 *
 * @see <a
 *     href="https://developer.hashicorp.com/terraform/internals/machine-readable-ui">Machine-readable
 *     UI</a>
 */
final class MachineReadableUi {
  private MachineReadableUi() {}

  static Progress read(String line) {
    if (!line.startsWith("{")) {
      return new Progress.Line(line);
    }
    return Json.parse(line).map(node -> read(line, node)).orElse(new Progress.Line(line));
  }

  private static Progress read(String line, JsonNode node) {
    return switch (node.path("type").asText()) {
      case "planned_change" -> resource(Step.PLANNED, node.path("change"));
      case "apply_start" -> resource(Step.STARTED, node.path("hook"));
      case "apply_progress" -> resource(Step.CONTINUING, node.path("hook"));
      case "apply_complete" -> resource(Step.COMPLETE, node.path("hook"));
      case "apply_errored" -> resource(Step.FAILED, node.path("hook"));
      case "change_summary" -> summary(node.path("changes"));
      case "diagnostic" -> new Progress.Reported(diagnostic(node.path("diagnostic")));
      default -> new Progress.Line(node.path("@message").asText(line));
    };
  }

  private static Progress resource(Step step, JsonNode hook) {
    return new Progress.Resource(
        step,
        hook.path("resource").path("addr").asText(),
        hook.path("action").asText(),
        Duration.ofSeconds(hook.path("elapsed_seconds").asLong()));
  }

  private static Progress summary(JsonNode changes) {
    return new Progress.Summary(
        changes.path("operation").asText(),
        changes.path("add").asInt(),
        changes.path("change").asInt(),
        changes.path("remove").asInt());
  }

  static TerraformDiagnostic diagnostic(JsonNode node) {
    return new TerraformDiagnostic(
        node.path("severity").asText().equals("warning")
            ? TerraformDiagnostic.Severity.WARNING
            : TerraformDiagnostic.Severity.ERROR,
        node.path("summary").asText(),
        node.path("detail").asText(),
        node.path("address").asText(""),
        node.path("snippet").path("code").asText(""));
  }
}
