package dev.whetstone.model.fit;

/**
 * What validation says of a network on its way.
 *
 * @param step optimizer steps made
 * @param loss mean training loss since the last validation
 * @param validationLoss mean log loss of the validation steps, in nats
 * @param auc that a right validation step scores above a wrong one
 * @param best whether it is the best so far
 */
public record Validation(int step, double loss, double validationLoss, double auc, boolean best) {}
