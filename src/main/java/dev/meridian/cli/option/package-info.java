/**
 * Options that several commands share, and what they refer to: declarations, routing plans,
 * endpoints, and clients. Only {@code cli} uses it.
 */
@NullMarked
package dev.meridian.cli.option;

import org.jspecify.annotations.NullMarked;
