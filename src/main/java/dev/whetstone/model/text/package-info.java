/** What can be recomputed in a mathematical text without understanding it? Notes for a model. */
package dev.whetstone.model.text;
