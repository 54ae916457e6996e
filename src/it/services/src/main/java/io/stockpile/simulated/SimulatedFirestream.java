package io.stockpile.simulated;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Firestream backup service on loopback: one port is the service, which wants Basic credentials
 * and answers with a temporary link, another port under another host name is the download host,
 * which answers 400 to any Authorization header, as S3 does. Both speak real HTTP/1.1 over sockets.
 *
 * <pre>{@code
 * try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
 *   firestream.put("message", LocalDate.of(2016, 12, 5), gzipBytes);
 *   firestream.onDownload(Fault.closeAfter(1000), Fault.expiredLink());
 *   // ... GET firestream.url() + "/backups/message/2016/12/05"
 *   firestream.requests();
 * }
 * }</pre>
 *
 * <p>Faults wait in queues, one for each request; faults for one file take precedence. Thread-safe.
 * Closing it ends all connections.
 */
public final class SimulatedFirestream implements AutoCloseable {
  /** The only user that the service knows. */
  public static final String USERNAME = "simulated-user";

  /** The user's password; it has a colon in it, as passwords may. */
  public static final String PASSWORD = "simulated:pass:word";

  private final Map<FileKey, Offer> files = new ConcurrentHashMap<>();
  private final AtomicLong versions = new AtomicLong();
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final FaultScript serviceFaults = new FaultScript();
  private final FaultScript downloadFaults = new FaultScript();
  private final Links links = new Links();
  private final HttpListener service;
  private final HttpListener download;

  /** A file with the version that its ETag shows. */
  private record Offer(FileContent content, long version) {}

  private SimulatedFirestream() throws IOException {
    service = new HttpListener(ReceivedRequest.Place.SERVICE, new Service());
    download = new HttpListener(ReceivedRequest.Place.DOWNLOAD, new Download());
  }

  /** Starts both hosts on free ports. */
  public static SimulatedFirestream start() throws IOException {
    SimulatedFirestream firestream = new SimulatedFirestream();
    firestream.service.start();
    firestream.download.start();
    return firestream;
  }

  /** The service's URL, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + service.port());
  }

  /** The download host's URL, without a slash at the end. */
  public URI downloadUrl() {
    return URI.create("http://localhost:" + download.port());
  }

  /** Offers a file and replaces an earlier one. */
  public void put(String type, LocalDate day, byte[] file) {
    files.put(new FileKey(type, day), new Offer(FileContent.of(file), versions.incrementAndGet()));
  }

  /** Offers a file on disk, of any size. */
  public void put(String type, LocalDate day, Path file) {
    files.put(new FileKey(type, day), new Offer(FileContent.of(file), versions.incrementAndGet()));
  }

  /** Faults for the next requests at the service, whatever they ask for. */
  public void onService(Fault... faults) {
    serviceFaults.add(List.of(faults));
  }

  /** Faults for the next requests at the service for one file. */
  public void onService(String type, LocalDate day, Fault... faults) {
    serviceFaults.add(new FileKey(type, day), List.of(faults));
  }

  /** The fault for requests at the service for which none waits in the queue. */
  public void onEveryService(Fault fault) {
    serviceFaults.otherwise(fault);
  }

  /** Faults for the next requests at the download host, whatever they ask for. */
  public void onDownload(Fault... faults) {
    downloadFaults.add(List.of(faults));
  }

  /** Faults for the next requests at the download host for one file. */
  public void onDownload(String type, LocalDate day, Fault... faults) {
    downloadFaults.add(new FileKey(type, day), List.of(faults));
  }

  /** The fault for requests at the download host for which none waits in the queue. */
  public void onEveryDownload(Fault fault) {
    downloadFaults.otherwise(fault);
  }

  /** All requests so far, in the order in which they arrived. */
  public List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /** The requests to one of the hosts so far. */
  public List<ReceivedRequest> requests(ReceivedRequest.Place place) {
    return requests.stream().filter(request -> request.place() == place).toList();
  }

  @Override
  public void close() throws IOException {
    service.close();
    download.close();
  }

  private Reply file(FileKey key, ReceivedRequest request, ReplyPlan plan) throws IOException {
    Offer offer = files.get(key);
    return FileReplies.answer(offer.content(), "version-" + offer.version(), request, plan);
  }

  private final class Service implements HttpListener.Handler {
    private final String authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    @Override
    public Fault faultFor(ReceivedRequest request) {
      requests.add(request);
      return FileKey.ofServicePath(request.path()).map(serviceFaults::next).orElseGet(Fault::none);
    }

    @Override
    public Reply answer(ReceivedRequest request, ReplyPlan plan) throws IOException {
      if (!request.method().equals("GET")) {
        return Reply.text(405, "Only GET is known here.");
      }
      if (!request.header("Authorization").equals(Optional.of(authorization))) {
        return Reply.text(401, "HTTP authentication failed due to invalid credentials.")
            .with("WWW-Authenticate", "Basic realm=\"Firestream\"");
      }
      Optional<FileKey> key = FileKey.ofServicePath(request.path());
      if (key.isEmpty()) {
        return Reply.text(400, "Please verify that the date is correct.");
      }
      if (!files.containsKey(key.get())) {
        return Reply.text(404, "The file requested was not found.");
      }
      if (plan.servesDirectly) {
        return file(key.get(), request, plan);
      }
      return Reply.text(302, "You are being redirected.")
          .with("Location", downloadUrl() + key.get().downloadPath() + links.issue(key.get()));
    }
  }

  private final class Download implements HttpListener.Handler {
    private Optional<FileKey> key(ReceivedRequest request) {
      return FileKey.ofDownloadPath(request.path()).filter(files::containsKey);
    }

    @Override
    public Fault faultFor(ReceivedRequest request) {
      requests.add(request);
      return key(request).map(downloadFaults::next).orElseGet(Fault::none);
    }

    @Override
    public Reply answer(ReceivedRequest request, ReplyPlan plan) throws IOException {
      if (request.header("Authorization").isPresent()) {
        return Reply.s3Error(400, "InvalidArgument", "Only one auth mechanism allowed");
      }
      if (!request.method().equals("GET")) {
        return Reply.s3Error(403, "SignatureDoesNotMatch", "The link was signed for GET");
      }
      if (plan.expiresLink) {
        links.expire(request);
      }
      Optional<FileKey> key = key(request);
      if (key.isEmpty() || !links.knows(request)) {
        return Reply.s3Error(403, "SignatureDoesNotMatch", "The signature does not match");
      }
      if (links.expired(request)) {
        return Reply.s3Error(403, "AccessDenied", "Request has expired");
      }
      return file(key.get(), request, plan);
    }
  }
}
