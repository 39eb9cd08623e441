package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsStatesTest {

  @Test
  void thereAre50StatesAndTheDistrictOfColumbiaInTheOrderOfTheirCodes() {
    assertThat(UsStates.all()).extracting(UsState::code).hasSize(51).isSorted();
    assertThat(UsStates.codes()).hasSize(51).contains("DC").doesNotContain("PR");
  }

  @Test
  void populationsAddUpToThePublishedCensus() {
    assertThat(UsStates.all().stream().mapToLong(UsState::population).sum())
        .isEqualTo(331_449_281L);
  }

  @Test
  void everyStateIsInTheNorthWest() {
    assertThat(UsStates.all())
        .allSatisfy(
            state -> {
              assertThat(state.latitude()).isBetween(18.0, 72.0);
              assertThat(state.longitude()).isBetween(-180.0, -66.0);
              assertThat(state.name()).isNotBlank();
            });
  }

  @Test
  void aStateIsFoundByItsCode() {
    assertThat(UsStates.byCode("CA")).map(UsState::name).hasValue("California");
    assertThat(UsStates.byCode("XX")).isEmpty();
  }
}
