package io.stockpile.connectors.http;

import io.stockpile.connectors.testing.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Puts TLS before a plain server on loopback, under an invented name and with a certificate of its
 * own. This JVM trusts the certificate until this is closed.
 */
public final class TlsFront implements AutoCloseable {
  private static final String PASSWORD = "changeit";
  private static final String TRUST = "javax.net.ssl.trustStore";

  private final LoopbackServer server;
  private final Optional<String> formerTrust = Optional.ofNullable(System.getProperty(TRUST));

  /**
   * @param directory the directory for the certificate
   * @param host the name in the certificate
   * @param plainPort the port of the plain server
   */
  public TlsFront(Path directory, String host, int plainPort)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keys = directory.resolve(host + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "front",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool ended with " + keytool.exitValue());
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    server =
        LoopbackServer.start(
            tls.getServerSocketFactory().createServerSocket(0, 50, LoopbackServer.loopback()),
            client -> serve(client, plainPort));
    System.setProperty(TRUST, keys.toString());
    System.setProperty(TRUST + "Password", PASSWORD);
  }

  public int port() {
    return server.port();
  }

  private static void serve(Socket client, int plainPort) throws IOException {
    try (Socket plain = new Socket(LoopbackServer.loopback(), plainPort)) {
      LoopbackServer.relay(client, plain);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    formerTrust.ifPresentOrElse(
        former -> System.setProperty(TRUST, former), () -> System.clearProperty(TRUST));
    System.clearProperty(TRUST + "Password");
  }
}
