package io.stockpile.bench.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.bench.data.FileFacts;
import io.stockpile.bench.data.FreeIds;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.measure.Command;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code stockpile erase} of ids that no record has anything to do with. The list of ids that it
 * leaves is taken out of the archive, to be put there again for other jobs.
 *
 * @param place where the ids lie
 * @param count how many
 * @param kept where the file of ids and the list are kept
 */
public record ListedIds(Program program, Archive archive, Place place, int count, Path kept)
    implements ArchiveJob {
  /** Where ids lie, seen from those of the units' records. */
  public enum Place {
    OUTSIDE("outside"),
    AMONG("among");

    private final String title;

    Place(String title) {
      this.title = title;
    }
  }

  @Override
  public String name() {
    return "erase, ids " + place.title + ": " + count;
  }

  String suffix() {
    return ", ids gone " + place.title + ": " + count;
  }

  private Path file() {
    return kept.resolve(place.title + ".txt");
  }

  private Path list() {
    return kept.resolve(place.title);
  }

  @Override
  public void prepare() throws IOException {
    Directories.delete(archive.tombstones());
    Directories.delete(list());
    Files.createDirectories(kept);
    List<FreeIds.Range> units = new ArrayList<>();
    for (FileFacts file : archive.facts().files()) {
      archive.ids(file).ifPresent(units::add);
    }
    FreeIds free = new FreeIds(archive.facts());
    long[] ids = place == Place.AMONG ? free.among(units, count) : free.outside(units, count);
    String kind = archive.facts().settings().shape() == Shape.TWEETS ? "tweet " : "message ";
    try (BufferedWriter lines = Files.newBufferedWriter(file())) {
      for (long id : ids) {
        lines.write(kind + id);
        lines.newLine();
      }
    }
  }

  @Override
  public Command command() {
    return program.command(
        List.of("erase", "--output=" + archive.root(), "--ids=" + file(), "--reason=benchmark"));
  }

  /**
   * Takes the list out.
   *
   * @throws IOException when it has other ids than these, or a unit was built again
   */
  @Override
  public void check() throws IOException {
    Path index = archive.tombstones().resolve("current.json");
    long listed = 0;
    for (JsonNode number : new ObjectMapper().readTree(index.toFile()).required("ids")) {
      listed += number.asLong();
    }
    if (listed != count) {
      throw new IOException(index + " has " + listed + " ids, not " + count);
    }
    FileTime written = Files.getLastModifiedTime(file());
    for (FileFacts unit : archive.facts().files()) {
      Optional<FileTime> committed = archive.committed(unit);
      if (committed.isEmpty() || committed.get().compareTo(written) > 0) {
        throw new IOException("The ids touched the unit " + unit.unit() + ", and ought not to");
      }
    }
    Files.move(archive.tombstones(), list());
  }

  /** Puts the list into the archive. */
  void putBack() throws IOException {
    Directories.copy(list(), archive.tombstones());
  }
}
