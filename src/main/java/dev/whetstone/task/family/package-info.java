/** One family, one file; {@link dev.whetstone.task.family.Families} registers each in one line. */
package dev.whetstone.task.family;
