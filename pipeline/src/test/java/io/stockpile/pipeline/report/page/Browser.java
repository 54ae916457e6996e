package io.stockpile.pipeline.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Controls a Chromium without a window through its DevTools protocol
 * (https://chromedevtools.github.io/devtools-protocol/). It notes every request, line on the
 * console, error and dialog of the page.
 */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Boolean> loads = new LinkedBlockingQueue<>();
  private String session = "";

  private Browser(Process process, URI address) throws IOException, InterruptedException {
    this.process = process;
    try {
      this.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(address, new Listener())
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The browser does not listen at " + address, e);
    }
  }

  /** The Chromium of this machine; empty when there is none. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(directory -> PROGRAMS.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the browser.
   *
   * @param scratch a directory for its profile and its output
   */
  static Browser start(Path program, Path scratch) throws IOException, InterruptedException {
    Path profile = Files.createDirectories(scratch.resolve("profile"));
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-default-browser-check",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("browser.txt").toFile())
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException(
            program + " did not start: " + Files.readString(scratch.resolve("browser.txt")));
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    List<String> lines = Files.readAllLines(port);
    Browser browser =
        new Browser(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
    browser.attach();
    return browser;
  }

  private void attach() throws IOException, InterruptedException {
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /**
   * Sets the size of the window, in pixels.
   *
   * @param mobile whether the device has a touch screen and no mouse
   */
  void size(int width, int height, boolean mobile) throws IOException, InterruptedException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
  }

  /**
   * Sets the medium and the colours that the page is shown for.
   *
   * @param medium {@code screen} or {@code print}
   * @param scheme {@code light} or {@code dark}
   */
  void medium(String medium, String scheme) throws IOException, InterruptedException {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Opens a page from disk, and waits until it is loaded. */
  void open(Path page) throws IOException, InterruptedException {
    complaints.clear();
    requests.clear();
    loads.clear();
    call("Page.navigate", Map.of("url", page.toUri().toString()));
    if (loads.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS) == null) {
      throw new IOException(page + " was not loaded in time");
    }
  }

  /** The value of a JavaScript expression in the page. */
  JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  /** Presses and releases a key. */
  void press(String key, int code) throws IOException, InterruptedException {
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  /** Moves the mouse. */
  void point(double x, double y) throws IOException, InterruptedException {
    call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
  }

  /** A picture of the whole page, or of its upper part if it is very long. */
  byte[] picture(int mostPixelsHigh) throws IOException, InterruptedException {
    JsonNode size = call("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    int height = Math.min(mostPixelsHigh, size.get("height").asInt());
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", size.get("width").asInt(), "height", height, "scale", 1);
    JsonNode answer =
        call("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    return Base64.getDecoder().decode(answer.get("data").asText());
  }

  /** The lines on the console, the errors and the dialogs of the page. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The addresses that the page requested. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private JsonNode call(String method, Map<String, ?> parameters)
      throws IOException, InterruptedException {
    int id = calls.incrementAndGet();
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    try {
      socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      JsonNode got = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (got.has("error")) {
        throw new IOException(method + ": " + got.get("error"));
      }
      return got.get("result");
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The browser does not answer " + method, e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    session = "";
    try {
      call("Browser.close", Map.of());
    } catch (IOException e) {
      process.destroy();
    }
    socket.abort();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void hear(JsonNode message) {
    if (message.has("id")) {
      waiting.remove(message.get("id").asInt()).complete(message);
      return;
    }
    JsonNode details = message.get("params");
    switch (message.get("method").asText()) {
      case "Page.loadEventFired" -> loads.add(true);
      case "Network.requestWillBeSent" -> requests.add(details.at("/request/url").asText());
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening" ->
          complaints.add(details.toString());
      case "Log.entryAdded" -> complaints.add(details.at("/entry/text").asText());
      default -> {}
    }
  }

  /** Joins the parts of messages, and hands the messages on. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        try {
          hear(JSON.readTree(whole));
        } catch (IOException e) {
          complaints.add("not JSON: " + whole);
        }
      }
      from.request(1);
      return null;
    }
  }
}
