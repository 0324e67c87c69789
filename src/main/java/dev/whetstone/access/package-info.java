/**
 * Who may ask what: keys, whose tenant they are, how much they may ask; and what was administered.
 */
package dev.whetstone.access;
