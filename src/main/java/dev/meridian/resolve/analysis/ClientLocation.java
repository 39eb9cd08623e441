package dev.meridian.resolve.analysis;

import dev.meridian.resolve.Client;

/**
 * A part of the world whose clients Route 53 locates alike.
 *
 * @param code a country, a state of the US such as {@code US-CA}, or another word for who it is
 * @param share of all clients, 0..1
 */
public record ClientLocation(String code, Client client, double share) {}
