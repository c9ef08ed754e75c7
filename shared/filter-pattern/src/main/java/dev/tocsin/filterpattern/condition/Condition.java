package dev.tocsin.filterpattern.condition;

/** A statement about the fields of one record, closed under and, or and not. */
public interface Condition {}
