/**
 * A proxy between a client and recorded answers of AWS that spoils some of them.
 *
 * <p>In: the answers of an account, recorded once, and which of them to spoil and how. Out: an
 * endpoint, and what was asked and reported there. What a fault looks like on the wire is written
 * here from the protocols' specifications, so that the SDK's reading of it is tested too.
 *
 * <p>Must not import: software.amazon, dev.tocsin.chain, dev.tocsin.catalog.
 */
package dev.tocsin.emulator.faults;
