package dev.meridian.stacks.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.HealthCheck;
import dev.meridian.model.HealthCheckConfig.RecoveryControl;
import dev.meridian.model.RecordData;
import dev.meridian.model.RecordKey;
import dev.meridian.model.RecordSet;
import dev.meridian.model.RecordType;
import dev.meridian.model.RoutingPlan;
import dev.meridian.model.RoutingPolicy;
import dev.meridian.model.RrsetKey;
import dev.meridian.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformNamesTest {
  private static final DnsName ZONE = new DnsName("example.com");

  @ParameterizedTest
  @CsvSource({
    "api.example.com,             A,     us-east-1, api_us-east-1",
    "api.example.com,             AAAA,  us-east-1, api_us-east-1_aaaa",
    "www.example.com,             CNAME, partner,   www_partner_cname",
    "latency.api.example.com,     A,     eu-west-1, latency_api_eu-west-1",
    "latency.api.example.com,     AAAA,  eu-west-1, latency_api_eu-west-1_aaaa",
    "geo.example.com,             A,     US-CA,     geo_US-CA",
    "example.com,                 A,     ,          apex",
    "*.tenants.example.com,       A,     eu,        wildcard_tenants_eu",
    "_www-us-east-1.example.com,  A,     primary,   _www-us-east-1_primary",
    "1.example.com,               A,     a,         _1_a",
    "example.com,                 A,     us-east-1, apex_us-east-1",
    "*.example.com,               A,     ,          wildcard",
    "many.example.com,            A,     rack-203.0.113.31,    many_rack-203_0_113_31",
    "many.example.com,            AAAA,  rack-2001:db8::31,    many_rack-2001_db8__31_aaaa",
    "_rack.example.com,           A,     rack-203.0.113.31,    _rack_rack-203_0_113_31",
  })
  void aRecordIsCalledByItsNameAndBranch(
      String name, RecordType type, String identifier, String resource) {
    RecordSet recordSet = recordSet(name, type, identifier);

    assertThat(names(recordSet).record(recordSet.key())).isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource({
    "odd\\040name.example.com,    A,     a b,       odd_040name_a_b",
    "a_b.example.com,             A,     ,          a_b",
    "a+b.example.com,             A,     ,          a_b",
    "a.b.example.com,             A,     ,          a_b",
    "apex.example.com,            A,     ,          apex",
    "wildcard.example.com,        A,     ,          wildcard",
    "_1.example.com,              A,     a,         _1_a",
    "api.example.com,             A,     aaaa,      api_aaaa",
    "api.example.com,             A,     abc123,    api_abc123",
    "many.rack-203.0.example.com, A,     113.31,    many_rack-203_0_113_31",
  })
  void aNameThatItsPlainSpellingDoesNotTellGetsAHash(
      String name, RecordType type, String identifier, String plain) {
    RecordSet recordSet = recordSet(name, type, identifier);

    assertThat(names(recordSet).record(recordSet.key()))
        .isEqualTo(plain + "_" + AwsName.hash(recordSet.key().toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,                  MX,  apex__mx",
    "_sip._tcp.example.com,        SRV, _sip__tcp__srv",
    "sel1._domainkey.example.com,  TXT, sel1__domainkey__txt",
    "_443._tcp.a.example.com,     TLSA, _443__tcp_a__tlsa",
    "a.b.example.com,              NS,  a_b__ns",
    "*.example.com,                TXT, wildcard__txt",
    "*.dev.example.com,            TXT, wildcard_dev__txt",
  })
  void aRecordOfAnotherTypeIsCalledByItsNameAndType(String name, RecordType type, String resource) {
    RecordSet recordSet = recordSet(name, type, null);

    assertThat(names(recordSet).record(recordSet.key())).isEqualTo(resource);
  }

  @ParameterizedTest
  @CsvSource({
    "a_b.example.com,        MX,  a_b__mx",
    "_sip__tcp.example.com,  SRV, _sip__tcp__srv",
    "a_.b.example.com,       MX,  a__b__mx",
    "apex.example.com,       MX,  apex__mx",
    "wildcard.example.com,   TXT, wildcard__txt",
    "1.example.com,          PTR, _1__ptr",
    "a+b.example.com,        TXT, a_b__txt",
  })
  void aRecordOfAnotherTypeGetsAHashIfItsLabelsAreAmbiguous(
      String name, RecordType type, String plain) {
    RecordSet recordSet = recordSet(name, type, null);

    assertThat(names(recordSet).record(recordSet.key()))
        .isEqualTo(plain + "_" + AwsName.hash(recordSet.key().toString()));
  }

  @Test
  void aBranchNamedAfterATypeKeepsItsNameNextToARecordOfThatType() {
    RecordSet branch = recordSet("api.example.com", RecordType.A, "mx");
    RecordSet mx = recordSet("api.example.com", RecordType.MX, null);

    assertThat(resources(List.of(branch, mx))).containsExactlyInAnyOrder("api_mx", "api__mx");
  }

  @Test
  void aBranchCalledLikeAHashNeverHasTheNameOfWhatHasTheHash() {
    RecordSet hashed = recordSet("a+b.example.com", RecordType.A, null);
    String hash = AwsName.hash(hashed.key().toString());
    RecordSet branch = recordSet("a.b.example.com", RecordType.A, hash);

    assertThat(resources(List.of(hashed, branch)))
        .containsExactly(
            "a_b_" + hash, "a_b_" + hash + "_" + AwsName.hash(branch.key().toString()));
  }

  /** The branch had the hash in 0.1.0, as the name came first in the alphabet. */
  @Test
  void theChangelogNamesTheResourcesThatItMoves() throws IOException {
    RecordKey name = recordSet("www.blue.example.com", RecordType.A, null).key();
    RecordKey branch = recordSet("www.example.com", RecordType.A, "blue").key();
    String hashed = RecordSpelling.of(ZONE, name).identifier();
    String earlier = "www_blue_" + AwsName.hash(branch.toString());

    assertThat(RecordSpelling.of(ZONE, branch).identifier()).isEqualTo("www_blue");
    assertThat(Files.readString(Path.of("CHANGELOG.md")))
        .contains("to   = aws_route53_record." + hashed)
        .contains("mv aws_route53_record.www_blue aws_route53_record." + hashed)
        .contains("mv aws_route53_record." + earlier + " aws_route53_record.www_blue");
  }

  @Test
  void recordsThatWouldShareANameAreToldApartInAnyOrder() {
    List<RecordSet> records =
        new ArrayList<>(
            List.of(
                recordSet("a.b.example.com", RecordType.A, "x"),
                recordSet("a_b.example.com", RecordType.A, "x"),
                recordSet("a.example.com", RecordType.A, "b_x")));
    List<String> resources = resources(records);
    Collections.reverse(records);

    assertThat(resources)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("a_b_x(_[0-9a-f]{6})?"))
        .contains("a_b_x")
        .containsExactlyElementsOf(reversed(resources(records)));
  }

  @Test
  void aHealthCheckIsCalledByItsIdWithAHashWhereItWasAltered() {
    HealthCheck check =
        new HealthCheck(
            "eu.west/1",
            new RecoveryControl("arn:aws:route53-recovery-control::1:x"),
            false,
            false);
    RoutingPlan plan = new RoutingPlan(ZONE, List.of(), List.of(check), List.of());

    assertThat(TerraformNames.of(plan).healthCheck("eu.west/1")).isEqualTo("eu_west_1_9447b7");
  }

  private static List<String> resources(List<RecordSet> records) {
    TerraformNames names = names(records.toArray(RecordSet[]::new));
    return records.stream().map(RecordSet::key).map(names::record).toList();
  }

  private static List<String> reversed(List<String> list) {
    List<String> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  private static TerraformNames names(RecordSet... records) {
    return TerraformNames.of(
        new RoutingPlan(ZONE, Stream.of(records).toList(), List.of(), List.of()));
  }

  private static RecordSet recordSet(String name, RecordType type, String identifier) {
    RoutingPolicy policy =
        identifier == null ? new RoutingPolicy.Simple() : new RoutingPolicy.Weighted(1);
    return new RecordSet(
        new RecordKey(new RrsetKey(new DnsName(name), type), identifier),
        policy,
        new RecordData.Values(60, List.of(Value.literal("any"))),
        null);
  }
}
