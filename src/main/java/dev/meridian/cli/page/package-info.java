/**
 * The pages of {@code report} and {@code drill}: what they show, as text and data. Only {@code cli}
 * uses it.
 */
@NullMarked
package dev.meridian.cli.page;

import org.jspecify.annotations.NullMarked;
