/**
 * Route 53's vocabulary and the {@link dev.meridian.model.RoutingPlan}. An illegal value cannot
 * exist: constructors reject it with an {@link dev.meridian.model.InvalidValue}. It does not use
 * other packages of Meridian.
 */
@NullMarked
package dev.meridian.model;

import org.jspecify.annotations.NullMarked;
