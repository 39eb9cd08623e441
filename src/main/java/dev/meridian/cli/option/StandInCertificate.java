package dev.meridian.cli.option;

import dev.meridian.terraform.process.Command;
import dev.meridian.terraform.process.ProcessStarter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for servers of a drill: self-signed, and gone with the process. Java can only
 * create one with its program keytool.
 */
public final class StandInCertificate {
  private static final int PASSWORD_BYTES = 18;
  private static final int PATIENCE_SECONDS = 60;

  private StandInCertificate() {}

  /** A new key and certificate. */
  public static SSLContext create(ProcessStarter processes) throws IOException {
    Path folder = Files.createTempDirectory("meridian-drill");
    Path file = folder.resolve("key.p12");
    try {
      byte[] bytes = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(bytes);
      String password = Base64.getEncoder().encodeToString(bytes);
      keytool(processes, folder, password);
      return context(file, password.toCharArray());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static void keytool(ProcessStarter processes, Path folder, String password)
      throws IOException {
    TreeMap<String, String> environment = new TreeMap<>();
    environment.put("DRILL_PASSWORD", password);
    Command command =
        new Command(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "drill",
                "-keyalg",
                "EC",
                "-dname",
                "CN=drill.invalid",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                "key.p12",
                "-storepass:env",
                "DRILL_PASSWORD"),
            folder,
            environment);
    Process process = processes.start(command);
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroy();
        throw new IOException("keytool could not create a certificate");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool created a certificate", e);
    }
  }

  private static SSLContext context(Path file, char[] password) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate cannot be used", e);
    }
  }
}
