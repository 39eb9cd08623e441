package dev.meridian.rehearse;

import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.output.DnsOutput;
import dev.meridian.model.RoutingPlan;
import dev.meridian.operate.DeployedZone;
import dev.meridian.terraform.json.KnownOutputs;
import dev.meridian.terraform.json.StateOutputs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the outputs of applied stacks, by stack, say about zones and endpoints. */
final class AppliedOutputs {
  private AppliedOutputs() {}

  /** The deployment's zones, to verify; {@code plan} is that of its own zone. */
  static List<DeployedZone> zones(
      Deployment deployment, RoutingPlan plan, Map<String, StateOutputs> outputs) {
    return DeployedZone.identified(
        DeployedZone.of(deployment, plan), zone -> zoneId(outputs, zone));
  }

  /** The ID of the zone of a deployment, or of its private zone; null if no state has it. */
  static @Nullable String zoneId(Map<String, StateOutputs> outputs, Deployment deployment) {
    return outputs
        .getOrDefault(deployment.stacks().dns().name(), StateOutputs.NONE)
        .texts()
        .get(DnsOutput.ZONE_ID.id());
  }

  /** The outputs of regions and accelerators. */
  static KnownOutputs ofEndpoints(Deployment deployment, Map<String, StateOutputs> outputs) {
    Map<String, StateOutputs> known = new TreeMap<>();
    for (String code : deployment.regions().keySet()) {
      String stack = deployment.stacks().region(code).orElseThrow().name();
      known.put(code, outputs.getOrDefault(stack, StateOutputs.NONE));
    }
    deployment
        .stacks()
        .accelerators()
        .forEach(
            stack ->
                known.put(
                    stack.accelerator().name(),
                    outputs.getOrDefault(stack.name(), StateOutputs.NONE)));
    return KnownOutputs.of(known);
  }
}
