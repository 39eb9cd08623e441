package dev.meridian.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meridian.compile.EndpointTarget.Address;
import dev.meridian.diagnostic.KeyPath;
import dev.meridian.diagnostic.Origin;
import dev.meridian.model.PolicyKind;
import dev.meridian.model.RecordType;
import dev.meridian.model.Slug;
import dev.meridian.model.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledEndpointTest {
  private static final Address IPV4 = address("192.0.2.1");
  private static final Address IPV6 = address("2001:db8::1");

  @Test
  void aHostAnswersWithACnameAndHasNoAddresses() {
    EndpointTarget host = new EndpointTarget.Host(Value.literal("lb.example.org"));

    assertThat(offers(host, PolicyKind.WEIGHTED)).containsExactly(RecordType.CNAME);
    assertThat(endpoint(host).addresses(RecordType.A)).isEmpty();
  }

  @Test
  void anAliasAnswersForTheAddressesThatItsResourceHas() {
    assertThat(offers(alias(false, List.of()), PolicyKind.WEIGHTED)).containsExactly(RecordType.A);
    assertThat(offers(alias(true, List.of()), PolicyKind.WEIGHTED))
        .containsExactly(RecordType.A, RecordType.AAAA);
  }

  @Test
  void multivalueAnswersUseTheStaticIpv4AddressesOfAnAlias() {
    EndpointTarget fixed = alias(true, List.of(IPV4));

    assertThat(offers(alias(true, List.of()), PolicyKind.MULTIVALUE)).isEmpty();
    assertThat(offers(fixed, PolicyKind.MULTIVALUE)).containsExactly(RecordType.A);
    assertThat(endpoint(fixed).addresses(RecordType.A)).containsExactly(IPV4);
    assertThat(endpoint(fixed).addresses(RecordType.AAAA)).isEmpty();
  }

  @Test
  void serversAnswerWithTheirAddressesOfEachFamily() {
    EndpointTarget six = new EndpointTarget.Addresses(List.of(), List.of(IPV6));
    EndpointTarget both = new EndpointTarget.Addresses(List.of(IPV4), List.of(IPV6));

    assertThat(offers(six, PolicyKind.MULTIVALUE)).containsExactly(RecordType.AAAA);
    assertThat(offers(both, PolicyKind.SIMPLE)).containsExactly(RecordType.A, RecordType.AAAA);
    assertThat(endpoint(both).addresses(RecordType.CNAME)).isEmpty();
  }

  @Test
  void anIpv6AddressBesideTheOnlyIpv4AddressDoesNotChangeItsName() {
    CompiledEndpoint one = endpoint(new EndpointTarget.Addresses(List.of(IPV4), List.of()));
    CompiledEndpoint both = endpoint(new EndpointTarget.Addresses(List.of(IPV4), List.of(IPV6)));
    CompiledEndpoint six = endpoint(new EndpointTarget.Addresses(List.of(), List.of(IPV6)));

    assertThat(one.distinction(IPV4)).isEmpty();
    assertThat(both.distinction(IPV4)).isEmpty();
    assertThat(both.distinction(IPV6)).contains("2001:db8::1");
    assertThat(six.distinction(IPV6)).isEmpty();
    assertThat(six.distinction(IPV4)).contains("192.0.2.1");
  }

  @Test
  void idsHaveLowerCaseLettersDigitsAndHyphensOnly() {
    assertThat(Slug.of("Ab9`{:/_.")).isEqualTo("ab9------");
    assertThat(Slug.of("*")).isEqualTo("wildcard");
    assertThat(Slug.of("@")).isEqualTo("apex");
  }

  private static EndpointTarget alias(boolean ipv6, List<Address> addresses) {
    return new EndpointTarget.Alias(
        Value.literal("lb.eu-west-1.elb.amazonaws.com"), Value.literal("Z1"), ipv6, addresses);
  }

  private static Address address(String text) {
    return new Address(Value.literal(text), text);
  }

  private static CompiledEndpoint endpoint(EndpointTarget target) {
    Origin origin = new Origin(DeclaredPlans.at("endpoints"), KeyPath.of("endpoints"));
    return new CompiledEndpoint(
        "x", CompiledEndpoint.Kind.OTHER, target, DeclaredPlans.NONE, List.of(), origin);
  }

  private static List<RecordType> offers(EndpointTarget target, PolicyKind policy) {
    return Arrays.stream(RecordType.values())
        .filter(type -> endpoint(target).offers(type, policy))
        .toList();
  }
}
