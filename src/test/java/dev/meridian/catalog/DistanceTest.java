package dev.meridian.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistanceTest {

  @Test
  void dublinIsAbout5463KilometresFromAshburn() {
    assertThat(between("eu-west-1", "us-east-1")).isCloseTo(5462.7, within(0.1));
  }

  @Test
  void theWayBackIsAsLong() {
    assertThat(between("us-east-1", "eu-west-1"))
        .isCloseTo(between("eu-west-1", "us-east-1"), within(1e-9));
  }

  @Test
  void aPlaceIsNoDistanceFromItself() {
    assertThat(Distance.kilometres(50.12, 8.68, 50.12, 8.68)).isZero();
  }

  @Test
  void oppositePointsAreHalfTheGlobeApart() {
    assertThat(Distance.kilometres(90, 0, -90, 0)).isCloseTo(Math.PI * 6371, within(1e-6));
    assertThat(Distance.kilometres(12.3, 45.6, -12.3, -134.4))
        .isCloseTo(Math.PI * 6371, within(1e-3));
  }

  @Test
  void theShortWayCrossesThe180thMeridian() {
    assertThat(Distance.kilometres(0, 179.5, 0, -179.5))
        .isCloseTo(Distance.kilometres(0, 0, 0, 1), within(1e-6));
  }

  private static double between(String code, String otherCode) {
    AwsRegion region = AwsRegions.byCode(code).orElseThrow();
    AwsRegion other = AwsRegions.byCode(otherCode).orElseThrow();
    return Distance.kilometres(
        region.latitude(), region.longitude(), other.latitude(), other.longitude());
  }
}
