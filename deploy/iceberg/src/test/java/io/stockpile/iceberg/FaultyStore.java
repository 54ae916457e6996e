package io.stockpile.iceberg;

import io.stockpile.connectors.store.ObjectStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes stores in which a test chooses the calls that fail. */
final class FaultyStore {
  private static final Set<String> CHANGES =
      Set.of("putIfAbsent", "putIfUnchanged", "delete", "complete");

  /** Decides which calls fail. */
  interface Fault {
    /** Throws the failure of a call; does nothing if the call succeeds. */
    void strike(String method, String key) throws IOException;
  }

  private FaultyStore() {}

  /** A store whose failing calls have no effect. */
  static ObjectStore before(ObjectStore store, Fault fault) {
    return of(store, fault, (method, key) -> {});
  }

  /** A store whose failing calls have taken effect, as when an answer is lost. */
  static ObjectStore after(ObjectStore store, Fault fault) {
    return of(store, (method, key) -> {}, fault);
  }

  /**
   * A store that fails from this change on, counted from 1, as if the process had been killed
   * there.
   *
   * @param changes counts the changes
   */
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
