/**
 * Which client gets which answer: Route 53's rules applied to a {@link
 * dev.meridian.model.RoutingPlan}, as exact distributions with their reasons. Pure: no input or
 * output, no clock, no randomness.
 */
@NullMarked
package dev.meridian.resolve;

import org.jspecify.annotations.NullMarked;
