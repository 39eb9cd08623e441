package dev.meridian.catalog;

/**
 * A country or territory that a Route 53 geolocation record can name.
 *
 * @param code two letters from ISO 3166-1; Kosovo is {@code XK}
 * @param name the English name in GeoNames
 * @param continent the continent in Route 53; for example, Turkey is in Europe
 * @param latitude degrees north, the mean of the country's cities weighted by population
 * @param longitude degrees east, the same mean
 * @param population number of inhabitants; 0 for Antarctica and the US Minor Outlying Islands
 */
public record Country(
    String code,
    String name,
    Continent continent,
    double latitude,
    double longitude,
    long population) {}
