package dev.meridian.stacks.name;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the security groups of Resolver endpoints let through: DNS, and nothing else. */
public final class ResolverRules {
  /** The port of DNS. */
  public static final int DNS = 53;

  /** Networks that can be connected to a VPC have private addresses (RFC 1918). */
  public static final List<String> PRIVATE_BLOCKS =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  /** Where an outbound endpoint can ask. */
  public static final String ANYWHERE = "0.0.0.0/0";

  /** The two protocols of DNS (RFC 9210). */
  public static final List<String> PROTOCOLS = List.of("tcp", "udp");

  private ResolverRules() {}

  /** The rules of an inbound endpoint, such as {@code in tcp 53 from 10.0.0.0/8}. */
  public static SortedSet<String> inbound() {
    SortedSet<String> rules = new TreeSet<>();
    for (String protocol : PROTOCOLS) {
      PRIVATE_BLOCKS.forEach(block -> rules.add("in " + protocol + " " + DNS + " from " + block));
    }
    return Collections.unmodifiableSortedSet(rules);
  }

  /** The rules of an outbound endpoint, such as {@code out tcp 53 to 0.0.0.0/0}. */
  public static SortedSet<String> outbound() {
    SortedSet<String> rules = new TreeSet<>();
    PROTOCOLS.forEach(protocol -> rules.add("out " + protocol + " " + DNS + " to " + ANYWHERE));
    return Collections.unmodifiableSortedSet(rules);
  }
}
