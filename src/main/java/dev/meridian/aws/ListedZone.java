package dev.meridian.aws;

import dev.meridian.model.DnsName;
import dev.meridian.model.ZoneKind;

/**
 * A hosted zone of the account, without its contents.
 *
 * @param id such as {@code Z1D633PJN98FT9}, without {@code /hostedzone/}
 */
public record ListedZone(String id, DnsName name, ZoneKind kind) {}
