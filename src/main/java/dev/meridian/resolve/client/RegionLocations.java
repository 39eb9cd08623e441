package dev.meridian.resolve.client;

import dev.meridian.model.GeoLocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The country of each AWS Region; in the US, the state. For a private zone, its clients are there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo-phz.html">Geolocation
 *     routing in private hosted zones</a>
 */
final class RegionLocations {
  private static final String TABLE =
      """
      AE me-central-1
      AU ap-southeast-2 ap-southeast-4
      BH me-south-1
      BR sa-east-1
      CA ca-central-1 ca-west-1
      CH eu-central-2
      CN cn-north-1 cn-northwest-1
      DE eu-central-1 eusc-de-east-1
      ES eu-south-2
      FR eu-west-3
      GB eu-west-2
      HK ap-east-1
      ID ap-southeast-3
      IE eu-west-1
      IL il-central-1
      IN ap-south-1 ap-south-2
      IT eu-south-1
      JP ap-northeast-1 ap-northeast-3
      KR ap-northeast-2
      MX mx-central-1
      MY ap-southeast-5
      NZ ap-southeast-6
      SE eu-north-1
      SG ap-southeast-1
      TH ap-southeast-7
      TW ap-east-2
      US-CA us-west-1
      US-OH us-east-2 us-gov-east-1
      US-OR us-west-2 us-gov-west-1
      US-VA us-east-1
      ZA af-south-1
      """;

  private static final Map<String, GeoLocation> PLACES = read();

  private RegionLocations() {}

  private static Map<String, GeoLocation> read() {
    Map<String, GeoLocation> places = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.split(" ");
      String place = words[0];
      GeoLocation location =
          place.startsWith("US-")
              ? new GeoLocation.UsState(place.substring("US-".length()))
              : new GeoLocation.Country(place);
      for (int i = 1; i < words.length; i++) {
        places.put(words[i], location);
      }
    }
    return places;
  }

  static Optional<GeoLocation> of(String region) {
    return Optional.ofNullable(PLACES.get(region));
  }
}
