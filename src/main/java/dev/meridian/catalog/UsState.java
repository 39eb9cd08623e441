package dev.meridian.catalog;

/**
 * A state of the US, or the District of Columbia.
 *
 * @param code the two-letter USPS code
 * @param name the English name
 * @param latitude degrees north, the mean of the state's cities weighted by population
 * @param longitude degrees east, the same mean
 * @param population residents in the 2020 Census; their sum is not the population of the {@link
 *     Country} US, which is from another year and source
 */
public record UsState(
    String code, String name, double latitude, double longitude, long population) {}
