package dev.meridian.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meridian.model.HealthCheckConfig.Endpoint;
import dev.meridian.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What Route 53 answers is held to the rules of the model's flat form. */
class FlatFormTest {
  private final List<UnsupportedRecord> unread = new ArrayList<>();

  @Test
  void twoPoliciesAreNotOne() {
    read(record -> record.setIdentifier("a").weight(1L).region("eu-west-1"));

    assertThat(unread)
        .extracting(UnsupportedRecord::why)
        .containsExactly(
            "Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation, or"
                + " MultiValueAnswer], but found more than one");
  }

  /** AZ affinity, for example, which the SDK does not have yet. */
  @Test
  void aPolicyThatTheSdkDoesNotHaveIsUnreadAndNoFaultOfTheUsers() {
    read(record -> record.setIdentifier("a"));

    assertThat(unread)
        .extracting(UnsupportedRecord::why)
        .first()
        .asString()
        .contains("Meridian does not know its routing policy", "AZ affinity");
  }

  @Test
  void anAliasMustSayWhetherItEvaluatesTargetHealth() {
    read(
        record ->
            record
                .resourceRecords(List.of())
                .ttl(null)
                .aliasTarget(alias -> alias.hostedZoneId("Z1").dnsName("a.example.com")));

    assertThat(unread)
        .extracting(UnsupportedRecord::why)
        .containsExactly("the alias to a.example.com does not say EvaluateTargetHealth");
  }

  @Test
  void valuesWithoutATtlAreIncomplete() {
    read(record -> record.ttl(null));

    assertThat(unread)
        .extracting(UnsupportedRecord::why)
        .first()
        .asString()
        .contains("all of [TTL, and")
        .endsWith("it has no TTL");
  }

  @Test
  void eachFieldThatARecordSetLacksIsNamed() {
    read(record -> record.name(null));
    read(record -> record.type((String) null));
    read(record -> record.resourceRecords(ResourceRecord.builder().build()));
    read(record -> record.resourceRecords(List.of()).ttl(null).aliasTarget(alias -> {}));
    read(
        record ->
            record
                .resourceRecords(List.of())
                .aliasTarget(alias -> alias.hostedZoneId("Z1").evaluateTargetHealth(true)));
    read(record -> record.setIdentifier("a").cidrRoutingConfig(cidr -> {}));
    read(
        record ->
            record
                .setIdentifier("a")
                .geoProximityLocation(place -> place.coordinates(at -> at.latitude("1"))));

    assertThat(unread)
        .extracting(UnsupportedRecord::why)
        .containsExactly(
            "it has no name",
            "it has no type",
            "it has no text in one of its values",
            "it has no hosted zone of its alias target",
            "it has no name of its alias target",
            "it has no CIDR collection",
            "it has no longitude");
  }

  @Test
  void eachFieldThatAHealthCheckLacksIsNamed() {
    assertLacks(HealthCheckConfig.builder(), "type");
    assertLacks(HealthCheckConfig.builder().type("RECOVERY_CONTROL"), "routing control");
    assertLacks(HealthCheckConfig.builder().type("CLOUDWATCH_METRIC"), "name of its alarm");
    assertLacks(
        HealthCheckConfig.builder()
            .type("CLOUDWATCH_METRIC")
            .alarmIdentifier(alarm -> alarm.name("depth")),
        "region of its alarm");
    assertThatThrownBy(
            () -> HealthCheckReader.read(HealthCheck.builder().id("hc").build(), Map.of()))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("it has no configuration");
  }

  private static void assertLacks(HealthCheckConfig.Builder config, String what) {
    assertThatThrownBy(() -> check(config))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("it has no " + what);
  }

  @Test
  void anEmulatorsEmptyFieldsAreNoFields() {
    HealthCheckConfig.Builder config =
        HealthCheckConfig.builder()
            .type("HTTPS")
            .fullyQualifiedDomainName("a.example.com")
            .ipAddress("")
            .searchString("")
            .resourcePath("")
            .regionsWithStrings(List.of());

    Endpoint check = (Endpoint) check(config).config();

    assertThat(check.type()).isEqualTo("HTTPS");
    assertThat(check.path()).isEqualTo("/");
    assertThat(check.sni()).isTrue();
  }

  @Test
  void aSearchStringThatItsTypeDoesNotSearchForIsRefused() {
    HealthCheckConfig.Builder config =
        HealthCheckConfig.builder()
            .type("HTTP")
            .fullyQualifiedDomainName("a.example.com")
            .searchString("ok");

    assertThatThrownBy(() -> check(config))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("HTTP cannot search for a string");
  }

  private void read(Consumer<ResourceRecordSet.Builder> change) {
    ResourceRecordSet.Builder record =
        ResourceRecordSet.builder()
            .name("www.example.com.")
            .type("A")
            .ttl(60L)
            .resourceRecords(List.of(ResourceRecord.builder().value("192.0.2.1").build()));
    change.accept(record);
    assertThat(new RecordSetReader("Z1", Map.of(), Map.of(), unread).read(record.build()))
        .isEmpty();
  }

  private static dev.meridian.model.HealthCheck check(HealthCheckConfig.Builder config) {
    HealthCheck check = HealthCheck.builder().id("hc").healthCheckConfig(config.build()).build();
    return HealthCheckReader.read(check, Map.of());
  }
}
