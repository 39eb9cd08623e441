/**
 * What a deployment costs per month, from list prices: zones, queries, health checks, and the
 * resources of the stacks.
 */
@NullMarked
package dev.meridian.cost;

import org.jspecify.annotations.NullMarked;
