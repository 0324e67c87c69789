/** What can be recomputed in a mathematical text without understanding it? */
package dev.whetstone.model.equation;
