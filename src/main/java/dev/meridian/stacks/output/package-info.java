/**
 * The folder that stacks are written to: one process at a time replaces all of its files or none.
 */
@NullMarked
package dev.meridian.stacks.output;

import org.jspecify.annotations.NullMarked;
