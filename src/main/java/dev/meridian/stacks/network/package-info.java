/** The resources around a private zone: peering connections, and the parts of VPC Resolver. */
@NullMarked
package dev.meridian.stacks.network;

import org.jspecify.annotations.NullMarked;
