/**
 * Terraform stacks: one per region, and the DNS stack that reads their outputs. The only package
 * that uses CDKTF, the AWS provider's bindings and constructs. It is also a library: use {@link
 * dev.meridian.stacks.RegionStack} and {@link dev.meridian.stacks.DnsStack} in any CDKTF app that
 * synthesizes HCL.
 */
@NullMarked
package dev.meridian.stacks;

import org.jspecify.annotations.NullMarked;
