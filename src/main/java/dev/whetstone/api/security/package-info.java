/** Asks requests for their keys, and refuses what a key is not for. */
package dev.whetstone.api.security;
