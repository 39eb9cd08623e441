/**
 * Declarations written in Java instead of YAML, with the same checks and defaults. May import
 * {@code problem} and {@code config}. Part of the public library: {@link
 * dev.meridian.builder.DeploymentBuilder} is where to start.
 */
@NullMarked
package dev.meridian.builder;

import org.jspecify.annotations.NullMarked;
