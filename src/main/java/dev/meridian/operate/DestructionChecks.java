package dev.meridian.operate;

import dev.meridian.aws.AwsAccess;
import dev.meridian.aws.AwsReadException;
import dev.meridian.aws.LiveZones;
import dev.meridian.declaration.Deployment;
import dev.meridian.declaration.DeploymentStack;
import dev.meridian.declaration.PrivateZone;
import dev.meridian.model.DnsName;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.Value;
import dev.meridian.terraform.json.ManagedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;

/** Why stacks cannot be destroyed yet. */
public final class DestructionChecks {
  private static final int SHOWN = 10;

  private final Deployment deployment;
  private final RoutingPlan plan;
  private final Map<String, StackContents> contents;

  /**
   * Checks for one command.
   *
   * @param plan compiled from {@code deployment}
   * @param contents the states by the names of their stacks, with that of the DNS stack
   */
  public DestructionChecks(
      Deployment deployment, RoutingPlan plan, Map<String, StackContents> contents) {
    this.deployment = deployment;
    this.plan = plan;
    this.contents = new TreeMap<>(contents);
  }

  /**
   * A reason not to destroy anything.
   *
   * @param what what is wrong, one or more lines
   * @param fix what to do first
   */
  public record Finding(String what, String fix) {}

  /**
   * Regions with endpoint groups of an accelerator that stays: AWS may refuse to delete their VPCs.
   *
   * @param chosen the names of the stacks to destroy
   */
  public List<Finding> accelerated(List<String> chosen) {
    List<Finding> findings = new ArrayList<>();
    for (DeploymentStack.Accelerator stack : deployment.stacks().accelerators()) {
      if (chosen.contains(stack.name())) {
        continue;
      }
      StackContents accelerator = Objects.requireNonNull(contents.get(stack.name()));
      for (String one : chosen) {
        List<String> users = accelerator.using(Objects.requireNonNull(contents.get(one)));
        if (!users.isEmpty()) {
          findings.add(
              new Finding(
                  one + " is still in use:\n  " + stack.name() + " has applied " + some(users),
                  "remove the region from the accelerator "
                      + stack.accelerator().name()
                      + " and apply "
                      + stack.name()
                      + ", or destroy both stacks at once"));
        }
      }
    }
    return findings;
  }

  /**
   * Regions whose VPCs or internal load balancers a private zone needs that stays.
   *
   * @param chosen the names of the stacks to destroy
   */
  public List<Finding> ofPrivateZone(List<String> chosen) {
    List<Finding> findings = new ArrayList<>();
    for (String label : List.of(PrivateZone.NETWORK_STACK, PrivateZone.DNS_STACK)) {
      String stack = deployment.stackName(label);
      StackContents found = contents.get(stack);
      if (found == null || chosen.contains(stack)) {
        continue;
      }
      for (String one : chosen) {
        List<String> users = found.using(Objects.requireNonNull(contents.get(one)));
        if (!users.isEmpty()) {
          findings.add(
              new Finding(
                  one + " is still in use:\n  " + stack + " has applied " + some(users),
                  "remove the region from private and apply "
                      + stack
                      + ", or destroy both stacks at once"));
        }
      }
    }
    return findings;
  }

  /**
   * A region or accelerator that DNS needs: its records point there, and its plan reads the
   * outputs. It is not needed if the DNS stack is destroyed, too.
   *
   * @param regions the stacks to destroy, with the names of their endpoints: the regions' codes, or
   *     the accelerators' names
   * @param file the declaration's name in messages
   * @param arguments the options that name the declaration and the stacks, after a space
   */
  public List<Finding> regionsInUse(Map<String, String> regions, String file, String arguments) {
    StackContents dns = dns();
    List<Finding> findings = new ArrayList<>();
    regions.forEach(
        (stack, code) -> {
          List<String> users = dns.using(Objects.requireNonNull(contents.get(stack)));
          boolean declared =
              !dns.withoutZones().isEmpty() && plan.values().stream().anyMatch(v -> isOf(v, code));
          if (declared || !users.isEmpty()) {
            findings.add(
                new Finding(
                    stack + " is still in use:" + reasons(declared, users, code, file),
                    fix(declared, code, file, arguments)));
          }
        });
    return findings;
  }

  private static boolean isOf(Value value, String code) {
    return value.heldBy().filter(code::equals).isPresent();
  }

  private String reasons(boolean declared, List<String> users, String code, String file) {
    String reasons = declared ? "\n  " + file + " routes names to " + code : "";
    return users.isEmpty()
        ? reasons
        : reasons + "\n  " + dns().stack() + " has applied " + some(users);
  }

  private String fix(boolean declared, String code, String file, String arguments) {
    return (declared
            ? "remove " + code + " from " + file + ", run ./meridian synth" + arguments + ", "
            : "")
        + (declared ? "" : "run ./meridian synth" + arguments + ", ")
        + "apply "
        + dns().stack()
        + ", and wait for the TTL of the records. Then run ./meridian destroy "
        + code
        + arguments
        + " again. To destroy DNS and all regions, name no stack";
  }

  /** Record sets of zones to delete that the state does not have; Route 53 keeps such zones. */
  public List<Finding> foreignRecords(List<ManagedResource> zones, AwsAccess access)
      throws AwsReadException {
    List<Finding> findings = new ArrayList<>();
    try (LiveZones live = new LiveZones(access)) {
      for (ManagedResource zone : zones) {
        DnsName name = StackContents.name(zone).orElseThrow();
        String id = zone.attribute("zone_id");
        if (live.find(id).isEmpty()) {
          continue; // somebody deleted it already
        }
        SortedSet<String> records = live.recordSets(name, id);
        contents.values().stream()
            .flatMap(stack -> stack.resources().stream())
            .filter(resource -> resource.type().equals("aws_route53_record"))
            .filter(resource -> resource.attribute("zone_id").equals(id))
            .forEach(resource -> records.remove(recordSet(resource)));
        if (!records.isEmpty()) {
          findings.add(
              new Finding(
                  "The hosted zone "
                      + name
                      + " ("
                      + id
                      + ") has record sets that "
                      + dns().stack()
                      + " does not manage, so Route 53 does not delete it: "
                      + some(List.copyOf(records)),
                  "delete these record sets where they are managed, or omit --delete-zone, so that"
                      + " the zone stays"));
        }
      }
    }
    return findings;
  }

  private static String recordSet(ManagedResource record) {
    String fqdn = record.attribute("fqdn");
    return LiveZones.recordSet(
        fqdn.isEmpty() ? record.attribute("name") : fqdn,
        record.attribute("type"),
        record.attribute("set_identifier"));
  }

  private StackContents dns() {
    return Objects.requireNonNull(contents.get(deployment.stacks().dns().name()));
  }

  private static String some(List<String> all) {
    String some = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    return all.size() > SHOWN ? some + ", and " + (all.size() - SHOWN) + " more" : some;
  }
}
