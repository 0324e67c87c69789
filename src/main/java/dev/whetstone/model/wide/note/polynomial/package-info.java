/** Is a product of polynomials multiplied out step by step as it should be? */
package dev.whetstone.model.wide.note.polynomial;
