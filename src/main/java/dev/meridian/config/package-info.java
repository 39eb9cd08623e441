/**
 * What the user declared: YAML read into a {@link dev.meridian.config.Deployment}, every problem
 * with its line. May import {@code problem}, {@code model} and {@code catalog}; the sole user of
 * the YAML library.
 */
@NullMarked
package dev.meridian.config;

import org.jspecify.annotations.NullMarked;
