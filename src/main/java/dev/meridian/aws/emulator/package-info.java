/**
 * Creates, on an emulator only, the resources that a declaration says exist already. Only {@code
 * rehearse} uses it.
 */
@NullMarked
package dev.meridian.aws.emulator;

import org.jspecify.annotations.NullMarked;
