package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that does all that it is told, but for one call of a test's choice. */
final class FaultyStore {
  private static final Set<String> CHANGES =
      Set.of("putIfAbsent", "putIfUnchanged", "delete", "complete");

  /** What becomes of a call. */
  interface Fault {
    /** Throws what the caller gets instead of the answer, or nothing. */
    void strike(String method, String key) throws IOException;
  }

  private FaultyStore() {}

  /** The fault strikes before the store is asked. */
  static ObjectStore before(ObjectStore store, Fault fault) {
    return of(store, fault, (method, key) -> {});
  }

  /** The fault strikes when the store has done what it was asked: an answer that got lost. */
  static ObjectStore after(ObjectStore store, Fault fault) {
    return of(store, (method, key) -> {}, fault);
  }

  /** From its n-th change on, counted from 1, the store is out of reach: the process died there. */
  static ObjectStore dyingAt(ObjectStore store, int change, AtomicInteger changes) {
    return before(
        store,
        (method, key) -> {
          if (CHANGES.contains(method) && changes.incrementAndGet() >= change) {
            throw new IOException("Died at change " + change);
          }
        });
  }

  private static ObjectStore of(ObjectStore store, Fault before, Fault after) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            FaultyStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              String key = arguments != null && arguments[0] instanceof String text ? text : "";
              before.strike(method.getName(), key);
              try {
                Object answer = method.invoke(store, arguments);
                after.strike(method.getName(), key);
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
