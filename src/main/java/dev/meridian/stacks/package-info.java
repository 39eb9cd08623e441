/**
 * Terraform stacks: one per region, and the DNS stack that reads their outputs. Only {@code
 * stacks}, {@code stacks.name} and {@code stacks.region}, which do not use it, use CDKTF, the AWS
 * provider's bindings and constructs. It is also a library: use {@link
 * dev.meridian.stacks.RegionStack} and {@link dev.meridian.stacks.DnsStack} in any CDKTF app that
 * synthesizes HCL.
 */
@NullMarked
package dev.meridian.stacks;

import org.jspecify.annotations.NullMarked;
