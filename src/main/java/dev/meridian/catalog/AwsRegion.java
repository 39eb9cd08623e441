package dev.meridian.catalog;

import java.util.Optional;

/**
 * An AWS Region that a Route 53 latency record can name.
 *
 * @param code such as {@code eu-west-1}
 * @param city the city in the Region's name; for a Region named after a state or country, the city
 *     that {@code regions.csv} assumes
 * @param latitude degrees north
 * @param longitude degrees east
 * @param albZoneId the hosted zone ID for Application and Classic Load Balancers; empty if AWS does
 *     not publish one
 * @param nlbZoneId the hosted zone ID for Network Load Balancers; empty if AWS does not publish one
 * @param partition the accounts the Region belongs to
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/elb.html">Elastic Load Balancing
 *     endpoints and quotas</a>
 */
public record AwsRegion(
    String code,
    String city,
    double latitude,
    double longitude,
    Optional<String> albZoneId,
    Optional<String> nlbZoneId,
    Partition partition) {}
