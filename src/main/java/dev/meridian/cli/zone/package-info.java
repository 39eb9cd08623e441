/**
 * A zone before and after a change, who owns its names, and the traffic policies of a name. Only
 * {@code cli} uses it.
 */
@NullMarked
package dev.meridian.cli.zone;

import org.jspecify.annotations.NullMarked;
