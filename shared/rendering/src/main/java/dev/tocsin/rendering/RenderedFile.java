package dev.tocsin.rendering;

import java.nio.file.Path;

/**
 * A file as it should stand in the repository.
 *
 * @param path relative to the repository's root
 * @param text its whole content
 */
public record RenderedFile(Path path, String text) {}
