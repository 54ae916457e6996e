package io.stockpile.connectors.stocktwits;

import io.stockpile.connectors.budget.RequestBudget;
import io.stockpile.connectors.credentials.AccessToken;
import io.stockpile.connectors.credentials.CredentialsMissingException;
import io.stockpile.connectors.http.Redaction;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.connectors.store.ObjectStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How requests log in: with a token, or without. Holds a secret and is never serialised. */
public final class ApiLogin {
  private final Optional<AccessToken> token;
  private final Optional<String> missing;

  private ApiLogin(Optional<AccessToken> token, Optional<String> missing) {
    this.token = token;
    this.missing = missing;
  }

  /** Looks for the token where the settings say. */
  public static ApiLogin find(ApiSettings settings, Surroundings surroundings) {
    try {
      return new ApiLogin(
          Optional.of(settings.credentials().resolveToken(surroundings.environment())),
          Optional.empty());
    } catch (CredentialsMissingException e) {
      return new ApiLogin(Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /** Why there is no token; empty when there is one. */
  public Optional<String> missing() {
    return missing;
  }

  /** The streams that need a token. */
  public static Collection<ApiStream> needing(Collection<ApiStream> streams) {
    return streams.stream().filter(stream -> stream.endpoint().needsToken()).toList();
  }

  /** The budget of requests of this token, or of this machine's address without a token. */
  public RequestBudget budget(ApiSettings settings, ObjectStore store, Surroundings surroundings) {
    return new RequestBudget(
        store,
        ApiStream.SOURCE,
        token.map(value -> "token-" + value.fingerprint()).orElse("public"),
        settings.limit(token.isPresent()),
        surroundings.clock(),
        surroundings.sleeper());
  }

  Map<String, String> headers() {
    return token
        .map(value -> Map.of("Authorization", value.bearerAuthorization()))
        .orElse(Map.of());
  }

  Redaction redaction() {
    return Redaction.of(token.map(AccessToken::secrets).orElse(Set.of()));
  }

  /** What to check when the login is refused, for messages. */
  public String whatToLookAt(ApiSettings settings) {
    return token.isPresent()
        ? "look at " + settings.credentials().whereTokenIs()
        : "no token was sent, because there is none: " + missing.orElse("");
  }

  @Override
  public String toString() {
    return "ApiLogin[…]";
  }
}
