/**
 * Declarations written in Java instead of YAML, with the same checks and defaults. Part of the
 * public library. Start with {@link dev.meridian.builder.DeploymentBuilder}.
 */
@NullMarked
package dev.meridian.builder;

import org.jspecify.annotations.NullMarked;
