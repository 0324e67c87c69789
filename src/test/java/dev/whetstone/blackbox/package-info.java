/**
 * The packaged program from outside: started as a process, spoken to over HTTP, stopped, killed.
 */
package dev.whetstone.blackbox;
