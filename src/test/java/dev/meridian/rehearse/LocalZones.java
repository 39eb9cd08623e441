package dev.meridian.rehearse;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.meridian.terraform.process.ProcessStarter;
import dev.meridian.terraform.process.RunningProcesses;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** A local AWS with one hosted zone for each test, and short ways to change its record sets. */
final class LocalZones implements AutoCloseable {
  private static final long TTL = 60;

  private final RunningProcesses processes;
  private final Route53Client client;

  private LocalZones(RunningProcesses processes, Route53Client client) {
    this.processes = processes;
    this.client = client;
  }

  static LocalZones start(Path folder) throws Exception {
    RunningProcesses processes =
        new RunningProcesses(
                ProcessStarter.system(System.getenv()), RunningProcesses.Patience.USUAL)
            .stoppedAtExit();
    LocalAws aws =
        LocalAws.start(
            LocalAwsProgram.in(Path.of(""), processes, line -> {}),
            processes,
            LocalAws.Options.in(folder));
    return new LocalZones(processes, aws.access().route53());
  }

  Route53Client client() {
    return client;
  }

  /** A new hosted zone for example.com. */
  Zone zone() {
    String id =
        client
            .createHostedZone(
                r -> r.name("example.com").callerReference(UUID.randomUUID().toString()))
            .hostedZone()
            .id();
    return new Zone(client, id.substring(id.lastIndexOf('/') + 1));
  }

  String healthCheck() {
    return client
        .createHealthCheck(
            r ->
                r.callerReference(UUID.randomUUID().toString())
                    .healthCheckConfig(c -> c.type("TCP").ipAddress("192.0.2.1").port(443)))
        .healthCheck()
        .id();
  }

  @Override
  public void close() {
    client.close();
    processes.close();
  }

  /** A record set with one address. */
  static ResourceRecordSet address(
      String name, String value, Consumer<ResourceRecordSet.Builder> more) {
    ResourceRecordSet.Builder builder =
        ResourceRecordSet.builder()
            .name(name)
            .type(RRType.A)
            .ttl(TTL)
            .resourceRecords(ResourceRecord.builder().value(value).build());
    more.accept(builder);
    return builder.build();
  }

  static ResourceRecordSet address(String name, String value) {
    return address(name, value, more -> {});
  }

  static ResourceRecordSet weighted(String name, String identifier, long weight) {
    return address(name, "192.0.2.1", r -> r.setIdentifier(identifier).weight(weight));
  }

  static ResourceRecordSet latency(String name, String identifier, String region) {
    return address(name, "192.0.2.1", r -> r.setIdentifier(identifier).region(region));
  }

  /** The record set {@code y} of a.example.com with a policy. */
  static ResourceRecordSet routed(Consumer<ResourceRecordSet.Builder> policy) {
    return address(
        "a.example.com",
        "192.0.2.1",
        r -> {
          r.setIdentifier("y");
          policy.accept(r);
        });
  }

  static Change toCreate(ResourceRecordSet set) {
    return change(ChangeAction.CREATE, set);
  }

  static Change toUpsert(ResourceRecordSet set) {
    return change(ChangeAction.UPSERT, set);
  }

  static Change toDelete(ResourceRecordSet set) {
    return change(ChangeAction.DELETE, set);
  }

  private static Change change(ChangeAction action, ResourceRecordSet set) {
    return Change.builder().action(action).resourceRecordSet(set).build();
  }

  /**
   * A hosted zone on the local AWS.
   *
   * @param id without {@code /hostedzone/}
   */
  record Zone(Route53Client client, String id) {

    void change(Change... changes) {
      client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(changes)));
    }

    Zone with(ResourceRecordSet... sets) {
      change(Arrays.stream(sets).map(LocalZones::toCreate).toArray(Change[]::new));
      return this;
    }

    /** The status, the error code and the message of a refused batch, which changed nothing. */
    String refusal(Change... changes) {
      List<ResourceRecordSet> before = all();
      Route53Exception refused =
          catchThrowableOfType(Route53Exception.class, () -> change(changes));
      if (!all().equals(before)) {
        throw new AssertionError("a refused batch changed " + before + " to " + all());
      }
      return told(refused);
    }

    ResourceRecordSet alias(String name, String target) {
      return ResourceRecordSet.builder()
          .name(name)
          .type(RRType.A)
          .aliasTarget(a -> a.hostedZoneId(id).dnsName(target).evaluateTargetHealth(true))
          .build();
    }

    /** All record sets except those that Route 53 creates with the zone. */
    List<ResourceRecordSet> sets() {
      return all().stream()
          .filter(set -> !(set.type() == RRType.NS || set.type() == RRType.SOA))
          .toList();
    }

    ResourceRecordSet apex(RRType type) {
      return all().stream().filter(set -> set.type() == type).findFirst().orElseThrow();
    }

    private List<ResourceRecordSet> all() {
      return client.listResourceRecordSetsPaginator(r -> r.hostedZoneId(id)).stream()
          .flatMap(page -> page.resourceRecordSets().stream())
          .toList();
    }
  }

  static String told(Route53Exception refused) {
    Objects.requireNonNull(refused, "nothing was refused");
    return refused.statusCode()
        + " "
        + refused.awsErrorDetails().errorCode()
        + ": "
        + refused.awsErrorDetails().errorMessage();
  }

  /** Names and identifiers, such as {@code api.example.com. A us}. */
  static Stream<String> keys(List<ResourceRecordSet> sets) {
    return sets.stream()
        .map(
            set ->
                String.join(
                    " ",
                    Stream.of(set.name(), set.typeAsString(), set.setIdentifier())
                        .filter(Objects::nonNull)
                        .toList()));
  }
}
