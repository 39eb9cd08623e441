/**
 * Problems in the input, each with its location, its path, and a fix. Everything that reads input
 * uses this package. It does not use other packages of Meridian.
 */
@NullMarked
package dev.meridian.diagnostic;

import org.jspecify.annotations.NullMarked;
