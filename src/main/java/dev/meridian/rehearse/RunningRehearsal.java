package dev.meridian.rehearse;

import java.net.URI;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A rehearsed deployment that stays running.
 *
 * @param pid the process of the local AWS; 0 if Meridian did not start it
 * @param output its {@code cdktf.out}
 * @param dns the DNS stack, which is destroyed first
 * @param variables the variables that a shell needs to use it; an empty value removes a variable
 */
public record RunningRehearsal(
    URI endpoint, long pid, Path output, String dns, SortedMap<String, String> variables) {}
