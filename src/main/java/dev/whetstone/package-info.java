/**
 * Whetstone: fresh tasks out, candidates in, rewards back, difficulty following the run.
 *
 * <p>The flow, which is also the import order (each package may import only those before it):
 *
 * <pre>
 * task       what can be asked, and what is surely right
 * model      what does a learned model say of a solution in steps
 * verify     is this candidate right, and how far can that verdict be trusted
 * reward     what is it worth
 * curriculum what to ask next
 * rollout    one round: run, offer, candidate, outcome
 * benchmark  how good is a verifier against human labels
 * training   how does the verifier get better
 * access     who may ask what
 * api, cli   the doors
 * </pre>
 *
 * <p>The test {@code ArchitectureTest} holds this table; no class lives in this package.
 */
package dev.whetstone;
