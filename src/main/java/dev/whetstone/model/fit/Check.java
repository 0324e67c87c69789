package dev.whetstone.model.fit;

/**
 * A look at the network on its way.
 *
 * @param step optimizer steps made
 * @param loss mean training loss since the last look
 * @param validationLoss mean log loss of validation steps, in nats
 * @param auc that a right validation step scores above a wrong one
 * @param best whether it is the best so far
 */
public record Check(int step, double loss, double validationLoss, double auc, boolean best) {}
