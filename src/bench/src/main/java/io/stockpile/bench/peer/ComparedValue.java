package io.stockpile.bench.peer;

/**
 * A value of a record by which the outputs are compared.
 *
 * @param name its name in the archive, with dots between members
 * @param inPeer SQL for the value in the peer's output
 * @param inArchive SQL for the value in the archive's tables
 */
public record ComparedValue(String name, String inPeer, String inArchive) {}
