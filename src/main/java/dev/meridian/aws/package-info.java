/**
 * What is really there, read through AWS's APIs and never written: a hosted zone as a {@link
 * dev.meridian.model.RoutingPlan}, alarms, load balancers and servers; and the comparison of two
 * plans. Sole user of the AWS SDK; uses {@code model} alone; {@code rehearse} and {@code cli} use
 * it.
 */
@NullMarked
package dev.meridian.aws;

import org.jspecify.annotations.NullMarked;
