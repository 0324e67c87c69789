/** The doors: REST version 1, one file per trainer protocol, problems. */
package dev.whetstone.api;
