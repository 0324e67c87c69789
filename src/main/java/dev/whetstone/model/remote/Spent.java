package dev.whetstone.model.remote;

/**
 * What a client has asked of its server so far.
 *
 * @param requests sent, retries included
 * @param retries of these
 * @param answers that came, none of them known before
 * @param known answers that were known already
 * @param failures samples that got none
 * @param uncounted answers whose server did not count their tokens
 * @param inputTokens of the counted answers
 * @param outputTokens of the counted answers
 * @param cost of these tokens; what a server charges for requests given up is not known here
 */
public record Spent(
    long requests,
    long retries,
    long answers,
    long known,
    long failures,
    long uncounted,
    long inputTokens,
    long outputTokens,
    double cost) {}
