package dev.whetstone.model.wide.note.grid;

/**
 * Where moves lead.
 *
 * @param free whether over free cells alone
 * @param arrives whether they end at the goal
 * @param listed whether each cell stands in the list of as many moves
 * @param all whether they are as many as there are lists
 */
public record Walk(boolean free, boolean arrives, boolean listed, boolean all) {}
