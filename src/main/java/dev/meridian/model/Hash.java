package dev.meridian.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Hashes. They stay the same from run to run. */
public final class Hash {
  private Hash() {}

  /**
   * The first digits of the SHA-256 of {@code text}, in hexadecimal.
   *
   * @param digits an even number, 2..64
   */
  public static String of(String text, int digits) {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)), 0, digits / 2);
  }

  /** The SHA-256 of {@code bytes} in Base64, as AWS Lambda and Terraform write it. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(sha256(bytes));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
