/**
 * How people use the command line: usage errors, colors, {@code --quiet}, and what is generated
 * from the commands (shell completion and the manual page). Only {@code cli} uses it.
 */
@NullMarked
package dev.meridian.cli.usage;

import org.jspecify.annotations.NullMarked;
