/**
 * Runs Terraform or OpenTofu in a stack's folder, and explains what went wrong and what to do about
 * it.
 */
@NullMarked
package dev.meridian.terraform;

import org.jspecify.annotations.NullMarked;
