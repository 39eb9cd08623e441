/** Outages that are played: real servers, probes, and clients, or a simulation of many of them. */
@NullMarked
package dev.meridian.drill;

import org.jspecify.annotations.NullMarked;
