/**
 * What can be asked, and what is surely right: families with control variables, levels, tasks,
 * exact checks. Needs the JDK alone.
 */
package dev.whetstone.task;
