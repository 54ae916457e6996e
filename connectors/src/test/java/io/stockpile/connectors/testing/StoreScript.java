package io.stockpile.connectors.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** What happens to the calls of a {@link ScriptedStore}. */
public interface StoreScript {

  /**
   * A call of the store.
   *
   * @param number the number of the call, from 1
   * @param changes how many of the calls up to this one change what is stored
   * @param key the key or prefix of the call
   */
  record Call(int number, int changes, String key) {}

  /** Called before the call takes effect. If this throws, the call has no effect. */
  default void before(Call call) throws IOException {}

  /** Called after the call took effect. If this throws, the caller sees only the failure. */
  default void after(Call call) throws IOException {}

  /** Called before bytes are written to a staged object. */
  default void staging(int bytes) throws IOException {}

  /** A disk with room for this many staged bytes in total. */
  static StoreScript diskFullAfter(long bytes) {
    AtomicLong left = new AtomicLong(bytes);
    return new StoreScript() {
      @Override
      public void staging(int written) throws IOException {
        if (left.addAndGet(-written) < 0) {
          throw new IOException("No space left on device");
        }
      }
    };
  }

  /** A process that is killed after this many changes: later calls have no effect. */
  static StoreScript deadAfterChanges(int changes) {
    return new StoreScript() {
      private boolean dead;

      @Override
      public synchronized void before(Call call) throws IOException {
        dead = dead || call.changes() > changes;
        if (dead) {
          throw new IOException("dead");
        }
      }
    };
  }
}
