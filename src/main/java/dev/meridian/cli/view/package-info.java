/**
 * Results for people and programs: text, JSON, and JUnit XML. Only {@code cli} and {@code
 * cli.view.change} use it.
 */
@NullMarked
package dev.meridian.cli.view;

import org.jspecify.annotations.NullMarked;
