package dev.meridian.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Reads the queries that resolvers usually send, without allocating anything: one question of class
 * IN, and at most an OPT record with at most a client subnet. It says no to every other message,
 * also to some that are correct; {@link Responder} knows all of them.
 */
final class PlainQuery {
  /** The longest name in wire format (RFC 1035, section 3.1). */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_LABEL = 63;
  private static final int HEADER = 12;
  private static final int RD = 0x01;
  private static final int AD_AND_CD = 0x30;
  private static final int CLASS_IN = 1;
  private static final int TYPE_OPT = 41;
  private static final int CLIENT_SUBNET = 8;
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;
  private static final int IPV6_OCTETS = 16;

  /** Name, type, size, extended RCODE and flags, and the length of the options. */
  static final int OPT = 11;

  /** Code, length, family, and the two prefixes. */
  static final int OPTION = 8;

  private static final long MAPPED = 0xffff;

  /** The name in lower case, in wire format. */
  final byte[] name = new byte[LONGEST_NAME];

  int nameLength;
  int type;

  /** Of the name and type. */
  int hash;

  /** Where the question ends. */
  int end;

  boolean hasOpt;

  /** How many octets the client can read. */
  int payload;

  boolean hasSubnet;
  boolean isIpv4;
  int prefix;

  /** The address of the client subnet. */
  long high;

  long low;

  /** Where the client subnet option is. */
  int option;

  /** Whether the message is such a query. The other fields are only valid if it is. */
  boolean read(byte[] message, int length) {
    hasOpt = false;
    hasSubnet = false;
    return length > HEADER
        && (message[2] & ~RD) == 0
        && (message[3] & ~AD_AND_CD) == 0
        && number(message, 4) == 1
        && number(message, 6) == 0
        && number(message, 8) == 0
        && number(message, 10) <= 1
        && question(message, length)
        && (number(message, 10) == 0 ? end == length : opt(message, length));
  }

  private boolean question(byte[] message, int length) {
    int at = HEADER;
    int size = 0;
    int sum = 0;
    while (true) {
      int label = Byte.toUnsignedInt(message[at]);
      if (label > LONGEST_LABEL || size + label >= LONGEST_NAME || at + label + 1 >= length) {
        return false;
      }
      name[size++] = (byte) label;
      sum = sum * 31 + label;
      at++;
      if (label == 0) {
        break;
      }
      for (int i = 0; i < label; i++) {
        int octet = message[at++];
        if (octet >= 'A' && octet <= 'Z') {
          octet += 'a' - 'A';
        }
        name[size++] = (byte) octet;
        sum = sum * 31 + octet;
      }
    }
    end = at + 4;
    if (end > length) {
      return false;
    }
    nameLength = size;
    type = number(message, at);
    hash = mixed(sum * 31 + type);
    return number(message, at + 2) == CLASS_IN;
  }

  private boolean opt(byte[] message, int length) {
    int at = end;
    if (at + OPT > length
        || message[at] != 0
        || number(message, at + 1) != TYPE_OPT
        || number(message, at + 5) != 0 // extended RCODE and version
        || at + OPT + number(message, at + 9) != length) {
      return false;
    }
    hasOpt = true;
    payload = number(message, at + 3);
    option = at + OPT;
    return option == length || subnet(message, length);
  }

  /** RFC 7871, section 6. */
  private boolean subnet(byte[] message, int length) {
    if (option + OPTION > length
        || number(message, option) != CLIENT_SUBNET
        || option + 4 + number(message, option + 2) != length) {
      return false;
    }
    int family = number(message, option + 4);
    prefix = Byte.toUnsignedInt(message[option + 6]);
    int octets = length - option - OPTION;
    int most = family == IPV4 ? Integer.SIZE : 2 * Long.SIZE;
    if ((family != IPV4 && family != IPV6)
        || prefix > most
        || message[option + 7] != 0 // the scope is for answers
        || octets != (prefix + Byte.SIZE - 1) / Byte.SIZE
        || (octets > 0 && (message[length - 1] & (0xff >> (prefix - 8 * (octets - 1)))) != 0)) {
      return false;
    }
    hasSubnet = true;
    isIpv4 = family == IPV4;
    high = 0;
    low = 0;
    for (int i = 0; i < octets; i++) {
      long octet = Byte.toUnsignedLong(message[option + OPTION + i]);
      int shift = Byte.SIZE * (Long.BYTES - 1 - i % Long.BYTES);
      if (i < Long.BYTES) {
        high |= octet << shift;
      } else {
        low |= octet << shift;
      }
    }
    // Java makes an IPv4 address of these.
    return isIpv4 || high != 0 || low >>> Integer.SIZE != MAPPED;
  }

  /** The address of the client subnet. */
  InetAddress subnet() {
    byte[] octets = new byte[isIpv4 ? Integer.BYTES : IPV6_OCTETS];
    for (int i = 0; i < octets.length; i++) {
      long half = i < Long.BYTES ? high : low;
      octets[i] = (byte) (half >>> (Byte.SIZE * (Long.BYTES - 1 - i % Long.BYTES)));
    }
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // not for 4 or 16 octets
    }
  }

  /** The hash of name, type, and who asks. */
  int hash(InetAddress source) {
    long client = hasSubnet ? (high * 31 + low) * 31 + prefix : source.hashCode();
    return mixed(hash ^ mixed((int) (client ^ (client >>> Integer.SIZE))));
  }

  /** Spreads every bit (the end of MurmurHash3). */
  private static int mixed(int bits) {
    int mixed = (bits ^ (bits >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  /** The unsigned number in two octets. */
  static int number(byte[] message, int at) {
    return ((message[at] & 0xff) << Byte.SIZE) | (message[at + 1] & 0xff);
  }
}
