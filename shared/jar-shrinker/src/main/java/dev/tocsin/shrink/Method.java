package dev.tocsin.shrink;

/**
 * A method of a class, or of a client whatever class implements it.
 *
 * @param owner the class's internal name, with slashes
 * @param descriptor parameters and result as class files write them
 */
record Method(String owner, String name, String descriptor) {}
