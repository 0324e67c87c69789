/** May a task that somebody proposed be asked? One gate for every source; pure. */
package dev.whetstone.task.gate;
