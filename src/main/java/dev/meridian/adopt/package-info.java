/**
 * Adoption: matches the DNS stack's resources with existing ones, and writes what Terraform needs
 * to move them from one state to another.
 */
@NullMarked
package dev.meridian.adopt;

import org.jspecify.annotations.NullMarked;
