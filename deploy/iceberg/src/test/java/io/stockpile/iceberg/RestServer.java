package io.stockpile.iceberg;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.rest.CatalogHandlers;
import org.apache.iceberg.rest.RESTCatalogProperties.SnapshotMode;
import org.apache.iceberg.rest.RESTSerializers;
import org.apache.iceberg.rest.requests.CreateNamespaceRequest;
import org.apache.iceberg.rest.requests.CreateTableRequest;
import org.apache.iceberg.rest.requests.RegisterTableRequest;
import org.apache.iceberg.rest.requests.UpdateTableRequest;
import org.apache.iceberg.rest.responses.ConfigResponse;
import org.apache.iceberg.rest.responses.ErrorResponse;

/**
 * Serves another catalog over Iceberg's REST protocol, with Iceberg's own handlers. It demands a
 * token.
 */
final class RestServer implements AutoCloseable {
  private static final Pattern PATH =
      Pattern.compile("/v1/namespaces(?:/([^/]+)(?:/(register|tables)(?:/([^/]+)(/metrics)?)?)?)?");

  private final ObjectMapper mapper = new ObjectMapper();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Catalog catalog;
  private final String token;
  private final HttpServer server;
  private volatile boolean readOnly;

  RestServer(Catalog catalog, String token) throws IOException {
    this.catalog = catalog;
    this.token = token;
    mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);
    RESTSerializers.registerAll(mapper);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Refuses all changes of tables from now on. */
  void refuseChanges() {
    readOnly = true;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        refuse(exchange, 401, "NotAuthorizedException", "Who are you, " + token + "?");
        return;
      }
      try {
        Optional<Object> answer = answer(exchange);
        answer(exchange, answer.isPresent() ? 200 : 204, answer);
      } catch (NoSuchTableException e) {
        refuse(exchange, 404, "NoSuchTableException", e.getMessage());
      } catch (NoSuchNamespaceException e) {
        refuse(exchange, 404, "NoSuchNamespaceException", e.getMessage());
      } catch (AlreadyExistsException e) {
        refuse(exchange, 409, "AlreadyExistsException", e.getMessage());
      } catch (CommitFailedException e) {
        refuse(exchange, 409, "CommitFailedException", e.getMessage());
      } catch (RuntimeException e) {
        refuse(exchange, 500, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
      }
    }
  }

  private Optional<Object> answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/v1/config")) {
      return Optional.of(ConfigResponse.builder().build());
    }
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      throw new IllegalStateException("No such path: " + path);
    }
    String verb = exchange.getRequestMethod();
    SupportsNamespaces namespaces = (SupportsNamespaces) catalog;
    if (parts.group(1) == null) {
      return Optional.of(
          CatalogHandlers.createNamespace(
              namespaces, read(exchange, CreateNamespaceRequest.class)));
    }
    Namespace namespace = Namespace.of(parts.group(1));
    if (parts.group(2) == null) {
      return Optional.of(CatalogHandlers.loadNamespace(namespaces, namespace));
    }
    if (parts.group(2).equals("register")) {
      return Optional.of(
          CatalogHandlers.registerTable(
              catalog, namespace, read(exchange, RegisterTableRequest.class)));
    }
    if (parts.group(3) == null) {
      return Optional.of(
          CatalogHandlers.createTable(
              catalog, namespace, read(exchange, CreateTableRequest.class)));
    }
    TableIdentifier table = TableIdentifier.of(namespace, parts.group(3));
    if (parts.group(4) != null) {
      return Optional.empty();
    }
    if (verb.equals("POST") && readOnly) {
      throw new IllegalStateException("Not with the token " + token);
    }
    return Optional.of(
        verb.equals("POST")
            ? CatalogHandlers.updateTable(catalog, table, read(exchange, UpdateTableRequest.class))
            : CatalogHandlers.loadTable(catalog, table, SnapshotMode.ALL));
  }

  private <T> T read(HttpExchange exchange, Class<T> type) throws IOException {
    return mapper.readValue(exchange.getRequestBody().readAllBytes(), type);
  }

  private void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    answer(
        exchange,
        status,
        Optional.of(
            ErrorResponse.builder()
                .responseCode(status)
                .withType(type)
                .withMessage(message)
                .build()));
  }

  private void answer(HttpExchange exchange, int status, Optional<Object> answer)
      throws IOException {
    byte[] body = answer.isPresent() ? mapper.writeValueAsBytes(answer.get()) : new byte[0];
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
