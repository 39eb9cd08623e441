package dev.meridian.catalog;

/**
 * A state of the US, or the District of Columbia.
 *
 * @param code two letters, as the postal service has them
 * @param name in English
 * @param latitude degrees north of the mean of its cities, weighted by their population
 * @param longitude degrees east of that mean
 * @param population residents of the 2020 Census; their sum is not the {@link Country} US, whose
 *     number is of another year and source
 */
public record UsState(
    String code, String name, double latitude, double longitude, long population) {}
