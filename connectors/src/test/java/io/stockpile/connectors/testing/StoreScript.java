package io.stockpile.connectors.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** What happens to the calls of a {@link ScriptedStore}. */
public interface StoreScript {

  /**
   * A call of the store.
   *
   * @param number of the call, from 1
   * @param changes how many calls up to this one change what is stored
   * @param key what it is about: a key or a prefix
   */
  record Call(int number, int changes, String key) {}

  /** Before the call has its effect; it has none when this fails. */
  default void before(Call call) throws IOException {}

  /** After the call had its effect; its caller hears nothing but the failure when this fails. */
  default void after(Call call) throws IOException {}

  /** Before bytes are written to a staged object. */
  default void staging(int bytes) throws IOException {}

  /** There is room for this many staged bytes, all together. */
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

  /** The process is killed after this many changes: no call has an effect from then on. */
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
