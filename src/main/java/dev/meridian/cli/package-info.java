/**
 * Commands, printing and exit codes: 0 fine, 1 a finding, 2 bad input, 3 our own fault. May import
 * everything; nothing imports it. The sole user of picocli.
 */
@NullMarked
package dev.meridian.cli;

import org.jspecify.annotations.NullMarked;
