package dev.meridian.cli;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Somebody who changes records and health checks of the local AWS's only hosted zone by hand. */
final class LocalRoute53 implements AutoCloseable {
  private final Route53Client client;
  private final String zone;

  LocalRoute53(String endpoint) {
    client =
        Route53Client.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.AWS_GLOBAL)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing")))
            .build();
    zone = client.listHostedZones().hostedZones().get(0).id();
  }

  ResourceRecordSet record(String name, String identifier) {
    return client
        .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone))
        .resourceRecordSets()
        .stream()
        .filter(set -> set.name().equals(name) && identifier.equals(set.setIdentifier()))
        .findFirst()
        .orElseThrow();
  }

  /** All record sets of the zone, as the API writes them. */
  List<String> records() {
    return client
        .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone))
        .resourceRecordSets()
        .stream()
        .map(ResourceRecordSet::toString)
        .toList();
  }

  void change(ChangeAction action, ResourceRecordSet record) {
    Change change = Change.builder().action(action).resourceRecordSet(record).build();
    client.changeResourceRecordSets(
        request -> request.hostedZoneId(zone).changeBatch(batch -> batch.changes(change)));
  }

  /** Creates a health check that no record uses, and returns its id. */
  String createHealthCheck() {
    return client
        .createHealthCheck(
            request ->
                request
                    .callerReference(UUID.randomUUID().toString())
                    .healthCheckConfig(c -> c.type("TCP").ipAddress("192.0.2.1").port(443)))
        .healthCheck()
        .id();
  }

  void deleteHealthCheck(String id) {
    client.deleteHealthCheck(request -> request.healthCheckId(id));
  }

  @Override
  public void close() {
    client.close();
  }
}
