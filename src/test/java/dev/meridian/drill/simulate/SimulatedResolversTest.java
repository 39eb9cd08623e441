package dev.meridian.drill.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meridian.resolve.analysis.ClientLocation;
import dev.meridian.resolve.analysis.Population;
import dev.meridian.resolve.client.Client;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedResolversTest {
  private static final List<ClientLocation> TWO =
      List.of(
          new ClientLocation("DE", Client.UNKNOWN, 0.75),
          new ClientLocation("unmapped", Client.UNKNOWN, 0),
          new ClientLocation("FR", Client.UNKNOWN, 0.25));

  private static long sum(long[] entries) {
    return Arrays.stream(entries).sum();
  }

  @Test
  void eachPlaceWithPeopleHasResolversInProportion() {
    SimulatedResolvers resolvers =
        new SimulatedResolvers(TWO, SimulationSettings.STANDARD.of(10, 1));

    assertThat(resolvers.locations()).extracting(ClientLocation::code).containsExactly("DE", "FR");
    assertThat(resolvers.count()).isEqualTo(10);
    assertThat(resolvers.entries(0, false).length).isBetween(7, 8);
    assertThat((double) sum(resolvers.entries(0, false)) / resolvers.people())
        .isCloseTo(0.75, within(1e-9));
  }

  @Test
  void theWorldHasExactlyAsManyResolversAsTheSettingsSay() {
    SimulatedResolvers resolvers =
        new SimulatedResolvers(Population.locations(), SimulationSettings.STANDARD);

    assertThat(resolvers.count()).isEqualTo(100_000);
    assertThat(resolvers.clientSubnetShare()).isCloseTo(0.2, within(1e-3));
  }

  @Test
  void theirSizesFollowZipfsLaw() {
    long[] entries =
        new SimulatedResolvers(TWO, SimulationSettings.STANDARD.of(1_000, 1)).entries(0, false);

    assertThat((double) entries[0] / entries[1]).isCloseTo(2, within(1e-6));
    assertThat((double) entries[0] / entries[99]).isCloseTo(100, within(1e-3));
  }

  @Test
  void theClientSubnetDividesThePeopleOnlyWhereTheAnswerDependsOnTheClient() {
    SimulatedResolvers resolvers =
        new SimulatedResolvers(
            TWO, SimulationSettings.STANDARD.of(100, 1).withClientSubnetShare(1));

    assertThat(resolvers.entries(0, true))
        .hasSize(resolvers.entries(0, false).length * SimulatedResolvers.SUBNETS);
    assertThat(sum(resolvers.entries(0, true))).isEqualTo(sum(resolvers.entries(0, false)));
  }
}
