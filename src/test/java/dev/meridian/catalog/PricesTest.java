package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PricesTest {

  @Test
  void everyItemHasExactlyOnePrice() {
    assertThat(Prices.all()).extracting(Price::item).containsExactlyInAnyOrder(PriceItem.values());
  }

  @Test
  void pricesAreExact() {
    assertThat(Prices.of(PriceItem.RECORD_ABOVE_10000).dollars()).isEqualByComparingTo("0.0015");
    assertThat(Prices.of(PriceItem.HEALTH_CHECK_OTHER).dollars()).isEqualByComparingTo("0.75");
    assertThat(Prices.of(PriceItem.GLOBAL_ACCELERATOR).unit()).isEqualTo(Price.Unit.HOUR);
  }

  @Test
  void onlyAliasesToAwsResourcesAreFree() {
    assertThat(Prices.all())
        .filteredOn(price -> price.dollars().signum() == 0)
        .extracting(Price::item)
        .containsExactly(PriceItem.QUERIES_ALIAS_TO_AWS);
  }

  @Test
  void whatNoPageSaysIsMarkedInTheNote() {
    assertThat(Prices.of(PriceItem.HEALTH_CHECK_CALCULATED).note()).startsWith("unverified");
  }
}
