package io.stockpile.connectors.credentials;

import io.stockpile.connectors.NativeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Says where credentials are without containing them, so that it may be in options, job graphs and
 * logs: {@code env:NAME} for the variables {@code NAME_USERNAME} and {@code NAME_PASSWORD}, {@code
 * file:PATH} for a file whose first line is {@code username:password}; the password may contain
 * colons; {@code scheme:NAME} for a secret in the secret manager of that {@linkplain
 * SecretManager#scheme scheme}, whose text is such a line, if the module with this secret manager
 * is present.
 *
 * @param name the name of the variables or of the file, or the whole reference to a secret manager
 */
public record CredentialsReference(Kind kind, String name) implements Serializable {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String ENV = "env:";
  private static final String FILE = "file:";

  /** Where to look. */
  public enum Kind {
    /** Environment variables. */
    ENV,
    /** A file. */
    FILE,
    /** A secret manager. */
    SECRET_MANAGER
  }

  /**
   * Parses {@code env:NAME}, {@code file:PATH} or a reference to a secret manager.
   *
   * @throws IllegalArgumentException for any other text; the message does not repeat it, because it
   *     may be the credentials themselves
   */
  public static CredentialsReference parse(String text) {
    if (text.startsWith(ENV) && VARIABLE.matcher(text.substring(ENV.length())).matches()) {
      return new CredentialsReference(Kind.ENV, text.substring(ENV.length()));
    }
    if (text.startsWith(FILE) && text.length() > FILE.length()) {
      return new CredentialsReference(Kind.FILE, text.substring(FILE.length()));
    }
    Optional<SecretManager> manager = SecretManagers.of(text);
    if (manager.isPresent()) {
      manager.get().check(text.substring(manager.get().scheme().length() + 1));
      return new CredentialsReference(Kind.SECRET_MANAGER, text);
    }
    throw new IllegalArgumentException(
        "Credentials are given as a reference, never as a value: env:NAME (for the variables"
            + " NAME_USERNAME and NAME_PASSWORD) or file:PATH (a file whose first line is"
            + " username:password); secrets of a cloud's secret manager need the bundle of that"
            + " cloud's runner. What was given is none of these.");
  }

  /**
   * Fetches the credentials from where they are.
   *
   * @param environment the environment's variables by name
   * @throws CredentialsMissingException when there are none; the message names the variable or
   *     file, never a value
   */
  public Credentials resolve(Function<String, Optional<String>> environment)
      throws CredentialsMissingException {
    return switch (kind) {
      case ENV ->
          new Credentials(
              variable(environment, name + "_USERNAME"), variable(environment, name + "_PASSWORD"));
      case FILE -> fromLine(firstLine(), "The first line of the file that");
      case SECRET_MANAGER -> fromLine(secret(), "The first line of the secret that");
    };
  }

  /**
   * Fetches a token from where it is: the variable {@code NAME_TOKEN}, or the first line of the
   * file or the secret.
   *
   * @param environment the environment's variables by name
   * @throws CredentialsMissingException as for {@link #resolve}
   */
  public AccessToken resolveToken(Function<String, Optional<String>> environment)
      throws CredentialsMissingException {
    String text =
        switch (kind) {
          case ENV -> variable(environment, name + "_TOKEN");
          case FILE -> firstLine();
          case SECRET_MANAGER -> secret();
        };
    try {
      return new AccessToken(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IllegalArgumentException e) {
      throw new CredentialsMissingException(
          "What the credentials " + this + " name is no token: " + e.getMessage() + ".", e);
    }
  }

  /** Where the token was looked for, for messages about a wrong one. */
  public String whereTokenIs() {
    return kind == Kind.ENV ? "the variable " + name + "_TOKEN" : whereToLook();
  }

  /** Where the credentials were looked for, for messages about wrong ones. */
  public String whereToLook() {
    return switch (kind) {
      case ENV -> "the variables " + name + "_USERNAME and " + name + "_PASSWORD";
      case FILE -> "the first line of the file " + name;
      case SECRET_MANAGER -> "the secret " + name;
    };
  }

  private String variable(Function<String, Optional<String>> environment, String variable)
      throws CredentialsMissingException {
    Optional<String> value = environment.apply(variable);
    if (value.isEmpty() || value.get().isEmpty()) {
      throw new CredentialsMissingException(
          "The environment variable "
              + variable
              + " is "
              + (value.isEmpty() ? "not set" : "empty")
              + ", but the credentials "
              + this
              + " need it. Set it where the work is done.");
    }
    if (NativeText.isLost(value.get())) {
      throw new CredentialsMissingException(
          "The environment variable "
              + variable
              + ", which the credentials "
              + this
              + " need, has characters that Java could not read. "
              + NativeText.cure());
    }
    return value.get();
  }

  private String firstLine() throws CredentialsMissingException {
    try (BufferedReader reader = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (NoSuchFileException e) {
      throw new CredentialsMissingException(
          "The credentials " + this + " name a file that does not exist here.", e);
    } catch (IOException | InvalidPathException e) {
      throw new CredentialsMissingException(
          "The file that the credentials "
              + this
              + " name cannot be read as text ("
              + e.getClass().getSimpleName()
              + ").",
          e);
    }
  }

  private String secret() throws CredentialsMissingException {
    SecretManager manager =
        SecretManagers.of(name)
            .orElseThrow(
                () ->
                    new CredentialsMissingException(
                        "The secret manager of the credentials "
                            + this
                            + " is not in the bundle that does the work."));
    try {
      String text = manager.fetch(name.substring(manager.scheme().length() + 1));
      return text.lines().findFirst().orElse("");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsMissingException("Interrupted while fetching " + this, e);
    } catch (IOException e) {
      throw new CredentialsMissingException(
          "The credentials " + this + " cannot be fetched: " + e.getMessage(), e);
    }
  }

  private Credentials fromLine(String line, String where) throws CredentialsMissingException {
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      String missing =
          colon < 0 ? "has no colon" : colon == 0 ? "has no user name" : "has no password";
      throw new CredentialsMissingException(
          where
              + " the credentials "
              + this
              + " name must be username:password, but it "
              + (text.isEmpty() ? "is empty" : missing)
              + ".");
    }
    return new Credentials(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The reference as the user wrote it. */
  @Override
  public String toString() {
    return switch (kind) {
      case ENV -> ENV + name;
      case FILE -> FILE + name;
      case SECRET_MANAGER -> name;
    };
  }
}
