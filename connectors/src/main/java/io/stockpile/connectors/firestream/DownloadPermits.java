package io.stockpile.connectors.firestream;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Limits how many files are downloaded at a time, over all workers of this JVM. Thread-safe. */
final class DownloadPermits {
  private static final Map<Key, Semaphore> PERMITS = new ConcurrentHashMap<>();

  private record Key(URI url, int downloads) {}

  private DownloadPermits() {}

  /** The permits for all downloads with these settings, given in the order of requests. */
  static Semaphore of(FirestreamSettings settings) {
    return PERMITS.computeIfAbsent(
        new Key(settings.url(), settings.downloads()), key -> new Semaphore(key.downloads(), true));
  }
}
