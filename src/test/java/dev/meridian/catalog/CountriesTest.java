package dev.meridian.catalog;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountriesTest {
  private static final Path ROUTE53_CONTINENTS =
      Path.of("src", "main", "catalog", "route53-continents.csv");

  @Test
  void thereAre246CountriesInTheOrderOfTheirCodes() {
    assertThat(Countries.all()).extracting(Country::code).hasSize(246).isSorted();
    assertThat(Countries.codes()).hasSize(246).allMatch(code -> code.matches("[A-Z]{2}"));
  }

  @Test
  void codesAndContinentsAreExactlyThoseOfRoute53() throws IOException {
    Map<String, String> continents =
        Countries.all().stream().collect(toMap(Country::code, c -> c.continent().name()));
    assertThat(continents).isEqualTo(route53Continents());
  }

  @Test
  void everyContinentHasAsManyCountriesAsInRoute53sTable() {
    assertThat(Countries.all().stream().collect(groupingBy(Country::continent, counting())))
        .isEqualTo(
            Map.of(
                Continent.AF, 57L,
                Continent.AN, 3L,
                Continent.AS, 50L,
                Continent.EU, 54L,
                Continent.NA, 41L,
                Continent.OC, 27L,
                Continent.SA, 14L));
  }

  @Test
  void turkeyIsInEurope() {
    assertThat(country("TR").continent()).isEqualTo(Continent.EU);
  }

  @Test
  void countriesWithoutGeolocationRecordsAreAbsent() {
    assertThat(Countries.codes()).doesNotContain("BV", "CX", "EH", "HM");
  }

  @Test
  void territoriesOfTheUsAreCountries() {
    assertThat(Countries.codes()).contains("AS", "GU", "MP", "PR", "UM", "VI");
  }

  @Test
  void everyCountryIsOnTheGlobeAndHasAName() {
    assertThat(Countries.all())
        .allSatisfy(
            country -> {
              assertThat(country.latitude()).isBetween(-90.0, 90.0);
              assertThat(country.longitude()).isBetween(-180.0, 180.0);
              assertThat(country.name()).isNotBlank().isEqualTo(country.name().strip());
            });
  }

  @Test
  void onlyAntarcticaAndTheUsOutlyingIslandsHaveNoPopulation() {
    assertThat(Countries.all())
        .filteredOn(country -> country.population() <= 0)
        .extracting(Country::code)
        .containsExactly("AQ", "UM");
  }

  @Test
  void thePopulationOfTheWorldIsBetweenSevenAndNineBillion() {
    assertThat(Countries.all().stream().mapToLong(Country::population).sum())
        .isBetween(7_000_000_000L, 9_000_000_000L);
  }

  @Test
  void aCountryLiesWhereItsPeopleLive() {
    // The middle of Canada's area is in Nunavut; nine of ten Canadians live near the border.
    assertThat(country("CA").latitude()).isLessThan(50);
    // The middle of Australia is desert.
    assertThat(country("AU").longitude()).isGreaterThan(140);
  }

  @Test
  void aNameMayHoldAComma() {
    assertThat(country("BQ").name()).isEqualTo("Bonaire, Saint Eustatius and Saba");
  }

  @Test
  void anUnknownCodeIsNoCountry() {
    assertThat(Countries.byCode("XX")).isEmpty();
  }

  private static Country country(String code) {
    return Countries.byCode(code).orElseThrow();
  }

  private static Map<String, String> route53Continents() throws IOException {
    Map<String, String> continents = new TreeMap<>();
    for (String line : Files.readAllLines(ROUTE53_CONTINENTS)) {
      if (!line.startsWith("#") && !line.startsWith("continent,")) {
        String[] fields = line.split(",", -1);
        for (String code : fields[1].split(" ", -1)) {
          continents.put(code, fields[0]);
        }
      }
    }
    return continents;
  }
}
