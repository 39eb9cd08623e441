/**
 * Commands and exit codes: 0 fine, 1 a finding, 2 bad input, 3 a fault of Meridian or its
 * environment. Only {@code cli} and its sub-packages use picocli, and no other package uses them.
 */
@NullMarked
package dev.meridian.cli;

import org.jspecify.annotations.NullMarked;
