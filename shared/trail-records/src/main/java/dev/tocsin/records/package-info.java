/**
 * CloudTrail records out of what people have: files as delivered to S3, exports, folders of them.
 *
 * <p>What goes in: names of files and folders, or a stream. What comes out: the records one by one
 * as Jackson's trees, and what could not be read, named. No record is held longer than it takes to
 * hand it on, whatever the size of the input.
 *
 * <p>Must not import: dev.tocsin.filterpattern, dev.tocsin.chain, dev.tocsin.catalog,
 * software.amazon.
 */
package dev.tocsin.records;
