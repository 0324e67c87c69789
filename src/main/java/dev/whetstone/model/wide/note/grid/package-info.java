/** What does a step say of the cells of a grid that its problem draws, and is it so? */
package dev.whetstone.model.wide.note.grid;
