package io.stockpile.connectors.store;

import java.io.Serializable;

/**
 * An object whose bytes are in the store and which no reader can see yet. It outlives the process
 * that staged it: any process that has this value can complete or abort it.
 *
 * @param key where it becomes visible
 * @param bytes its size
 * @param sha256 of its bytes, in lower-case hex
 * @param handle what the store needs to find the bytes again; opaque to all others
 */
public record PendingObject(String key, long bytes, String sha256, String handle)
    implements Serializable {}
