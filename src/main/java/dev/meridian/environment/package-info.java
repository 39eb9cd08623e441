/**
 * Several declarations in one folder: which stacks, folders, and states belong to which of them.
 */
@NullMarked
package dev.meridian.environment;

import org.jspecify.annotations.NullMarked;
