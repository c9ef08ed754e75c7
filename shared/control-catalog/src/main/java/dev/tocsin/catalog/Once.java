package dev.tocsin.catalog;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, once; not even that if it cannot be made. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> make;
  private T made;

  private Once(Supplier<T> make) {
    this.make = make;
  }

  static <T> Supplier<T> of(Supplier<T> make) {
    return new Once<>(make);
  }

  @Override
  public synchronized T get() {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}
