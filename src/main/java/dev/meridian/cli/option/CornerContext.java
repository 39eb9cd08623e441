package dev.meridian.cli.option;

import dev.meridian.model.RoutingPlan;
import dev.meridian.resolve.OutageModel;
import dev.meridian.resolve.Resolver;

/**
 * The plan at a corner of the bounds of adjusted weights.
 *
 * @param weights such as {@code eu-west-1 236, us-east-1 20}
 */
public record CornerContext(
    String weights, RoutingPlan plan, Resolver resolver, OutageModel outageModel) {}
