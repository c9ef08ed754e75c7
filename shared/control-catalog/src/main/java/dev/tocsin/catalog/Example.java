package dev.tocsin.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A record that raises a control's alarm.
 *
 * @param file the file it stands in, below the rule folder
 * @param event the whole CloudTrail record
 */
public record Example(String file, ObjectNode event) {}
