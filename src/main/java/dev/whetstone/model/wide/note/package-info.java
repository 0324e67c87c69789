/**
 * What is noted of a step beside its template? Exact notes on how it goes together with the problem
 * and the steps so far; what a note means in steps of one template is learnt.
 */
package dev.whetstone.model.wide.note;
