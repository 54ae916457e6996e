package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest extends ObjectStoreContract {
  @TempDir Path temporary;

  @Override
  protected ObjectStore open() throws IOException {
    return ObjectStores.open(StoreLocation.of(root().toString()));
  }

  @Override
  protected int severalParts() {
    return 300_000;
  }

  @Test
  void theRootAppearsWithTheFirstWrite() throws IOException {
    store().list("");
    store().find("a");
    store().abortPending("", key -> true);
    store().delete("a");
    assertThat(root()).doesNotExist();

    put("a", "1");
    assertThat(root()).isDirectory();
  }

  @Test
  void nothingButObjectsAndTheLockIsLeftInTheRoot() throws IOException {
    put("a/b/c", "1");
    store().putIfAbsent("a/d", bytes("1"));
    staged("x/y/z", "1");
    store().abortPending("", key -> true);
    put("gone/for/good", "1");
    store().delete("gone/for/good");

    assertThat(everything())
        .containsExactly("_staging", "_staging/.lock", "a", "a/b", "a/b/c", "a/d");
  }

  @Test
  void whatAKilledProcessLeftOfAPutIsGoneWithTheNext() throws IOException {
    Files.createDirectories(root().resolve("_staging"));
    Files.writeString(root().resolve("_staging/.put"), "half of something longer");

    store().putIfAbsent("a", bytes("1"));

    assertThat(everything()).containsExactly("_staging", "_staging/.lock", "a");
    assertThat(store().read("a").readAllBytes()).isEqualTo(bytes("1"));
  }

  @Test
  void noDirectoryOfATableAppearsBeforeAFileInIt() throws IOException {
    PendingObject pending = staged("table/date=2016-12-05/x", "1");

    assertThat(everything()).allMatch(name -> name.startsWith("_staging"));
    store().abort(pending);
    assertThatThrownBy(() -> store().complete(pending)).isInstanceOf(PendingLostException.class);
    assertThat(everything()).isEmpty();
  }

  @Test
  void listPassesOverWhatIsNotOurs() throws IOException {
    put("a/x", "1");
    Files.writeString(root().resolve("a/.nfs0001"), "x");
    Files.createDirectories(root().resolve("a/.git/objects"));
    Files.writeString(root().resolve("a/.git/objects/y"), "x");

    assertThat(keys("")).containsExactly("a/x");
  }

  @Test
  void stagedBytesThatWereTamperedWithAreNotPutInPlace() throws IOException {
    PendingObject pending = staged("a", "12345");
    Files.writeString(root().resolve("_staging/a").resolve(pending.handle()), "123");

    assertThatThrownBy(() -> store().complete(pending))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3 bytes where 5 were staged");
    assertThat(store().find("a")).isEmpty();
  }

  @Test
  void aFileInPlaceOfTheRootIsNamed() throws IOException {
    Files.writeString(root(), "not a directory");

    for (Action action :
        List.<Action>of(
            () -> store().list(""),
            () -> store().find("a"),
            () -> store().readVersioned("a"),
            () -> store().stage("a").close(),
            () -> store().putIfAbsent("a", new byte[0]),
            () -> store().abortPending("", key -> true))) {
      assertThatThrownBy(action::run)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(root() + " is a file where a directory is needed");
    }
  }

  @Test
  void aFileInPlaceOfADirectoryIsNamed() throws IOException {
    put("a", "1");
    assertThat(store().find("a/b")).isEmpty();
    assertThat(store().list("a/b/")).isEmpty();

    PendingObject pending = staged("a/b", "1");
    assertThatThrownBy(() -> store().complete(pending))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(root().resolve("a") + " is a file where a directory is needed");
  }

  @Test
  void aDirectoryThatMustNotBeWrittenIsNamed() throws IOException {
    Files.createDirectory(
        root(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    assumeTrue(!Files.isWritable(root()), "this user may write everywhere");

    assertThatThrownBy(() -> store().stage("a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(root().toString())
        .hasMessageContaining("permission denied")
        .hasMessageContaining("choose another place");
  }

  @Test
  void aFullDiskIsSaidAndTheStagingIsBroken() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "no device here that is always full");
    Path file = temporary.resolve("_staging/a").resolve(UUID.randomUUID().toString());
    LocalStagedObject staged =
        new LocalStagedObject(
            "a",
            new LocalStaging(temporary),
            file,
            FileChannel.open(full, StandardOpenOption.WRITE));

    assertThatThrownBy(() -> staged.write(new byte[1 << 20]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("The disk is full: make room and run again");
    assertThatThrownBy(staged::finish).hasMessageContaining("an earlier write failed");
    staged.close();
  }

  @Test
  void oneRootUnderTwoNamesIsOneStore() throws IOException {
    put("a", "1");
    Path alias = Files.createSymbolicLink(temporary.resolve("alias"), root());

    try (ObjectStore other = ObjectStores.open(StoreLocation.of(alias.toString()))) {
      assertThatThrownBy(() -> other.putIfAbsent("a", bytes("2")))
          .isInstanceOf(PreconditionFailedException.class);
      other.putIfAbsent("b", bytes("2"));
    }
    assertThat(keys("")).containsExactly("a", "b");
  }

  private interface Action {
    void run() throws IOException;
  }

  private Path root() {
    return temporary.resolve("my archive");
  }

  private List<String> everything() throws IOException {
    if (!Files.exists(root())) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root())) {
      return paths
          .filter(path -> !path.equals(root()))
          .map(path -> root().relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
