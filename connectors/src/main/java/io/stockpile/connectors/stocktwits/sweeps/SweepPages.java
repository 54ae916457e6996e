package io.stockpile.connectors.stocktwits.sweeps;

import io.stockpile.connectors.gzip.GzipMemberInputStream;
import io.stockpile.connectors.landing.StoreFailedException;
import io.stockpile.connectors.stocktwits.Page;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.StoredObject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * The landed pages of one sweep. While the sweep is running, each page is an object of its own: a
 * gzip member. When it has ended, the members are joined into one object, and the pages are
 * removed. Pages and the joined object are written only where there is none. So each exists whole
 * or not at all, and if several processes continue the same sweep, only one lands a page and only
 * one ends the sweep. The joined object never changes.
 */
public final class SweepPages {
  private final ObjectStore store;
  private final SweepUnit unit;

  public SweepPages(ObjectStore store, SweepUnit unit) {
    this.store = store;
    this.unit = unit;
  }

  /** Another process has landed the page, or has ended the sweep. */
  static final class TakenException extends IOException {
    private static final long serialVersionUID = 1L;

    private TakenException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Whether the sweep has ended, and its pages are one object. */
  public boolean isJoined() throws IOException {
    return store.find(unit.landedKey()).isPresent();
  }

  /** The pages of a sweep that has not ended, in order, up to the first missing one. */
  List<Page> parts() throws IOException {
    List<Page> pages = new ArrayList<>();
    for (StoredObject part : partObjects()) {
      try (InputStream bytes = new GzipMemberInputStream(store.read(part.key()))) {
        pages.add(read(part.key(), bytes.readAllBytes()));
      }
    }
    return pages;
  }

  private List<StoredObject> partObjects() throws IOException {
    List<StoredObject> parts = new ArrayList<>();
    for (StoredObject object : store.list(unit.landingPrefix() + "/")) {
      if (object.key().equals(unit.pageKey(parts.size() + 1))) {
        parts.add(object);
      }
    }
    return parts;
  }

  /** The pages of a sweep that has ended, in order. */
  List<Page> joined() throws IOException {
    List<Page> pages = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GzipMemberInputStream(store.read(unit.landedKey())), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // An empty line is an erased page.
        if (!line.isBlank()) {
          pages.add(read(unit.landedKey(), line.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    return pages;
  }

  /** What the landed pages cover, whether the sweep has ended or not. */
  public SweepFacts facts() throws IOException {
    List<Page> pages = isJoined() ? joined() : parts();
    SweepFacts facts = SweepFacts.begun(pages.isEmpty() ? Page.NEWEST : pages.get(0).asked());
    for (Page page : pages) {
      facts = facts.with(page);
    }
    return facts;
  }

  private Page read(String key, byte[] line) throws IOException {
    try {
      return LandedPage.read(unit.stream(), line);
    } catch (IOException e) {
      throw new IOException(key + " holds a line that is no landed page: " + e.getMessage(), e);
    }
  }

  /**
   * Lands a page.
   *
   * @param page the number of the page, from 1
   * @return its size as it is stored
   * @throws TakenException when another process has landed the page or ended the sweep
   */
  int land(int page, byte[] line) throws IOException {
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
      gzip.write(line);
    }
    try {
      store.putIfAbsent(unit.pageKey(page), member.toByteArray());
    } catch (PreconditionFailedException e) {
      throw new TakenException(
          String.format(
              Locale.ROOT,
              "page %d of %s was landed by another process, which goes on with it",
              page,
              unit.name()),
          e);
    } catch (IOException e) {
      throw new StoreFailedException(e);
    }
    if (isJoined()) {
      store.delete(unit.pageKey(page));
      throw new TakenException(unit.name() + " was ended by another process", null);
    }
    return member.size();
  }

  /**
   * Joins the pages into one object, unless that was done before. After a failure it can be called
   * again. Keeps the compressed pages in memory meanwhile.
   */
  void join() throws IOException {
    if (!isJoined()) {
      try {
        store.putIfAbsent(unit.landedKey(), together());
      } catch (PreconditionFailedException | NoSuchFileException e) {
        // Another process is joining the pages, or has removed them.
        if (!isJoined()) {
          throw e;
        }
      }
    }
    removeParts();
  }

  private byte[] together() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (StoredObject part : partObjects()) {
      try (InputStream bytes = store.read(part.key())) {
        bytes.transferTo(all);
      }
    }
    return all.toByteArray();
  }

  /** Removes the pages that are in the joined object. */
  void removeParts() throws IOException {
    for (StoredObject part : store.list(unit.landingPrefix() + "/")) {
      store.delete(part.key());
    }
  }
}
