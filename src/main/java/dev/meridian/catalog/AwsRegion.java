package dev.meridian.catalog;

import java.util.Optional;

/**
 * An AWS Region that a Route 53 latency record can name.
 *
 * @param code such as {@code eu-west-1}
 * @param city the city in the Region's name, or for a Region named by a state or country the one
 *     that {@code regions.csv} assumes
 * @param latitude degrees north
 * @param longitude degrees east
 * @param albZoneId hosted zone of the names of Application and Classic Load Balancers; empty where
 *     AWS publishes none
 * @param nlbZoneId hosted zone of the names of Network Load Balancers; empty where AWS publishes
 *     none
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
