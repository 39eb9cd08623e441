/**
 * Runs Terraform or OpenTofu in a stack's folder, and explains failures and what to do about them.
 */
@NullMarked
package dev.meridian.terraform;

import org.jspecify.annotations.NullMarked;
