/**
 * Predicts, without Terraform, what applying a declaration would do to the record sets and health
 * checks of a state, a zone, or an earlier declaration.
 */
@NullMarked
package dev.meridian.preview;

import org.jspecify.annotations.NullMarked;
