/**
 * The parts of a region's stack: network, load balancers, security groups, and servers. {@link
 * dev.meridian.stacks.RegionStack} puts them together.
 */
@NullMarked
package dev.meridian.stacks.region;

import org.jspecify.annotations.NullMarked;
