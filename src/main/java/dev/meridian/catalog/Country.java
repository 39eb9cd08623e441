package dev.meridian.catalog;

/**
 * A country or territory that a Route 53 geolocation record can name.
 *
 * @param code two letters, as ISO 3166 has them; Kosovo is {@code XK}
 * @param name in English, as GeoNames has it
 * @param continent as Route 53 counts it: Turkey to Europe
 * @param latitude degrees north of the mean of its cities, weighted by their population
 * @param longitude degrees east of that mean
 * @param population inhabitants; 0 for Antarctica and the US Minor Outlying Islands
 */
public record Country(
    String code,
    String name,
    Continent continent,
    double latitude,
    double longitude,
    long population) {}
