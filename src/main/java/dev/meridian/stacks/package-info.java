/**
 * Terraform stacks: one per region, and the DNS stack that reads them. May import {@code model},
 * {@code config} and {@code catalog}; the sole user of CDKTF, the AWS provider's bindings and
 * constructs. Also a library: {@link dev.meridian.stacks.RegionStack} and {@link
 * dev.meridian.stacks.DnsStack} stand in any CDKTF app that synthesizes HCL.
 */
@NullMarked
package dev.meridian.stacks;

import org.jspecify.annotations.NullMarked;
