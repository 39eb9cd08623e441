package dev.meridian.rehearse;

import java.net.URI;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A rehearsed deployment that stays.
 *
 * @param pid the local AWS's process; 0 where somebody else started it
 * @param output its {@code cdktf.out}
 * @param dns the DNS stack, which is destroyed first
 * @param variables what a shell needs to work on it; an empty value means none
 */
public record RunningRehearsal(
    URI endpoint, long pid, Path output, String dns, SortedMap<String, String> variables) {}
