/**
 * For tests only: the AWS services Tocsin reads, on a loopback port.
 *
 * <p>In: {@link dev.tocsin.emulator.WithEmulator} on a test class. Out: an {@link
 * dev.tocsin.emulator.AwsEmulator} to point an SDK client at, to put resources into, to break, and
 * to ask what it was asked. Behind it runs <a href="https://github.com/getmoto/moto">moto</a>, and
 * in front of moto the Python files beside this package, which do what AWS does and moto does not.
 *
 * <p>What a test sets up goes over the wire as AWS documents it, so a mistake in how the product
 * uses the SDK cannot cancel itself out.
 *
 * <p>Must not import: software.amazon, dev.tocsin.chain, dev.tocsin.catalog.
 */
package dev.tocsin.emulator;
