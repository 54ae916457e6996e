package io.stockpile.bench.peer;

/**
 * A value that every record has or lacks, as SQL over the peer's output and over the archive.
 *
 * @param name as in the archive, members parted by dots
 */
public record ComparedValue(String name, String inPeer, String inArchive) {}
