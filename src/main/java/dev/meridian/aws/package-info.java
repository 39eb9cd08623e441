/**
 * Reads an AWS account: hosted zones as a {@link dev.meridian.model.RoutingPlan}, and alarms, load
 * balancers and servers. It never writes. Only this package and {@code aws.emulator} use the AWS
 * SDK.
 */
@NullMarked
package dev.meridian.aws;

import org.jspecify.annotations.NullMarked;
