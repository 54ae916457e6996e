package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.PreconditionFailedException;
import io.stockpile.connectors.store.Versioned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;

/**
 * A file of Iceberg's metadata as an object of the archive. Such files are small, so they are read
 * and written whole. A written file becomes visible when its stream is closed.
 */
final class StoreFile implements InputFile, OutputFile {
  private final ObjectStore store;
  private final String location;
  private final String key;

  StoreFile(ObjectStore store, String location, String key) {
    this.store = store;
    this.location = location;
    this.key = key;
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public boolean exists() {
    try {
      return store.find(key).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long getLength() {
    return content().length;
  }

  @Override
  public SeekableInputStream newStream() {
    return new InMemoryInputFile(location, content()).newStream();
  }

  private byte[] content() {
    try {
      return store
          .readVersioned(key)
          .map(Versioned::content)
          .orElseThrow(() -> new NotFoundException("%s is not there", location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputFile toInputFile() {
    return this;
  }

  @Override
  public PositionOutputStream create() {
    return new Whole(false);
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return new Whole(true);
  }

  /** Collects the written bytes and puts them in one step. */
  private final class Whole extends PositionOutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean overwrite;
    private boolean closed;

    Whole(boolean overwrite) {
      this.overwrite = overwrite;
    }

    @Override
    public long getPos() {
      return bytes.size();
    }

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      bytes.write(from, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        put(bytes.toByteArray());
      }
    }

    private void put(byte[] content) throws IOException {
      try {
        store.putIfAbsent(key, content);
      } catch (PreconditionFailedException e) {
        Optional<Versioned> there = store.readVersioned(key);
        // The object is our own if the answer to a first request was lost and the request was
        // repeated.
        if (there.filter(found -> Arrays.equals(found.content(), content)).isPresent()) {
          return;
        }
        if (!overwrite || there.isEmpty()) {
          throw new AlreadyExistsException(e, "%s is there already", location);
        }
        store.putIfUnchanged(key, content, there.get().version());
      }
    }
  }
}
