package io.stockpile.connectors.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.Optional;

/** One file under {@code _staging} in one of Beam's file systems. */
final class BeamStagedObject extends DigestingStagedObject {
  private static final int BUFFER = 1 << 16;

  private final BeamFiles files;
  private final String path;
  private final String handle;
  private final OutputStream out;

  BeamStagedObject(BeamFiles files, String key, String path, String handle) throws IOException {
    super(key);
    this.files = files;
    this.path = path;
    this.handle = handle;
    this.out = new BufferedOutputStream(Channels.newOutputStream(files.create(path)), BUFFER);
  }

  @Override
  void append(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  String seal() throws IOException {
    out.close();
    // Some channels report a failed upload only by what is not there afterwards.
    Optional<Long> size = files.size(path);
    if (!size.equals(Optional.of(position()))) {
      throw new IOException(
          "Cannot finish "
              + key()
              + ": of "
              + position()
              + " bytes written, "
              + files.address(path)
              + (size.isPresent()
                  ? " holds " + size.get()
                  : " is gone: if another process works on the same, run again when that one is"
                      + " done"));
    }
    return handle;
  }

  @Override
  void discard() throws IOException {
    try {
      // There is no other way to end a channel; what it completes by this is only the staged file.
      out.close();
    } finally {
      files.delete(path);
    }
  }
}
