package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.model.DnsName;
import dev.meridian.model.RecordType;
import dev.meridian.model.RrsetKey;
import dev.meridian.testing.ReadDeclaration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficPolicyCheckTest {
  private static final String INEXPRESSIBLE =
      """
      application: shop
      environment: test
      zone: example.com
      state: {backend: local}
      regions: [us-east-1, eu-west-1]
      endpoints:
        berlin: {addresses: [203.0.113.20, 203.0.113.21]}
        bucket: {alias: {dns-name: s3-website-us-east-1.amazonaws.com, zone-id: Z3AQBSTGFYJSTF}}
        lb: {alias: {dns-name: a-1.us-east-1.elb.amazonaws.com, zone-id: Z35SXDOTRQ7X7K}}
        other:
          state: {backend: local, path: ../other.tfstate}
          outputs: {dns-name: name, zone-id: zone}
      cidr-collections:
        offices: {paris: [198.51.100.0/24]}
      names:
        near: {simple: us-east-1, via: records}
        www:
          via: traffic-policy
          front-door: true
          weighted:
            a: {weight: 1, to: berlin, one-record-set: true}
            b: {weight: 1, to: {ip-based: {collection: offices, locations: {default: us-east-1}}}}
            c: {weight: 1, to: {simple: eu-west-1}}
            d: {weight: 1, to: {name: near}}
            e: {weight: 1, to: bucket}
            f: {weight: 1, to: other}
            g: {weight: 1, to: us-east-1, identifier: mine}
            h: {weight: 1, to: {geoproximity: {us-east-1: {local-zone-group: us-east-1-nyc-1}}}}
        ttl:
          via: traffic-policy
          failover: {primary: {to: berlin, ttl: 10}, secondary: lb}
        "*.wild": {via: traffic-policy, weighted: {us-east-1: 1, eu-west-1: 1}}
        start: {via: traffic-policy, simple: lb}
        several: {via: traffic-policy, simple: berlin}
      """;

  @Test
  void everythingThatADocumentCannotExpressIsRefusedAtItsBranch() {
    CompiledPlan compiled = Compiler.compile(ReadDeclaration.good(INEXPRESSIBLE));

    assertThat(compiled.problems())
        .extracting(problem -> problem.at().line() + ": " + problem.path() + ": " + problem.what())
        .isEqualTo(
            """
            17: names.www.front-door: a traffic policy changes as a whole, so it has no front door
            21: names.www.weighted.a: an endpoint of a traffic policy has one value, but berlin has 2 addresses
            22: names.www.weighted.b.ip-based: a traffic policy has no ip-based rule
            23: names.www.weighted.c.simple: a traffic policy has no simple rule below another rule
            24: names.www.weighted.d: a traffic policy cannot point to the name near
            25: names.www.weighted.e: bucket is neither a load balancer nor a CloudFront distribution
            26: names.www.weighted.f: other can be any AWS resource, because its name is known only after apply
            27: names.www.weighted.g: Route 53 chooses the set identifiers of a traffic policy
            28: names.www.weighted.h.geoproximity.us-east-1: Meridian writes no Local Zones into a traffic policy
            31: names.ttl.failover.primary: all record sets of a traffic policy have one TTL
            32: names."*.wild".via: AWS does not document whether a traffic policy can answer for a wildcard name
            33: names.start.simple.lb: a traffic policy that starts at an endpoint does not evaluate its health
            34: names.several.simple.berlin: an endpoint of a traffic policy has one value, but berlin has 2 addresses
            """
                .lines()
                .toList());
  }

  @Test
  void namesWithAPolicyHaveGroupsOfTheirOwnAndNoneOfThemIsShared() {
    CompiledPlan compiled =
        Compiler.compile(
            ReadDeclaration.good(
                """
                application: shop
                environment: test
                zone: example.com
                state: {backend: local}
                endpoints:
                  a: {addresses: [203.0.113.1, 203.0.113.2], health-check: {protocol: HTTP}}
                  b: {addresses: [203.0.113.3]}
                names:
                  www: {via: traffic-policy, weighted: {a: 1, b: 2}}
                  old: {ttl: 30, weighted: {a: 1, b: 2}}
                """));

    assertThat(compiled.problems()).isEmpty();
    RrsetKey www = new RrsetKey(new DnsName("www.example.com"), RecordType.A);
    assertThat(compiled.plan().policyRecords()).containsExactly(www);
    assertThat(compiled.plan().policyGroups())
        .extracting(RrsetKey::toString)
        .containsExactlyInAnyOrder("www.example.com A", "_www-a-multivalue.example.com A");
    assertThat(compiled.documents().keySet()).isEqualTo(compiled.plan().policyRecords());
    assertThat(compiled.plan().withoutPolicyRecords().groups().keySet())
        .extracting(RrsetKey::toString)
        .isEqualTo(List.of("_a.example.com A", "old.example.com A"));
  }
}
