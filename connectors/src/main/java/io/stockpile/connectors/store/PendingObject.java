package io.stockpile.connectors.store;

import java.io.Serializable;

/**
 * An object whose bytes are in the store but not visible yet. Any process that has this value can
 * complete or abort it, even after the process that staged it has ended.
 *
 * @param key the key under which it becomes visible
 * @param bytes its size
 * @param sha256 the digest of its bytes, in lower-case hex
 * @param handle what the store needs to find the bytes; opaque to others
 */
public record PendingObject(String key, long bytes, String sha256, String handle)
    implements Serializable {}
