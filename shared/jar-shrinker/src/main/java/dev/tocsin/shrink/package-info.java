/**
 * In: a shaded jar and the class it is entered by. Out: the same jar without the classes of the AWS
 * SDK's services, and without the methods of their clients, that nothing in it can reach.
 * Everything outside {@code software.amazon.awssdk.services} and {@code dev.tocsin} is kept as it
 * is.
 *
 * <p>Part of the build, never of a release.
 *
 * <p>Must not import: software.amazon, dev.tocsin.filterpattern, dev.tocsin.chain,
 * dev.tocsin.catalog.
 */
package dev.tocsin.shrink;
