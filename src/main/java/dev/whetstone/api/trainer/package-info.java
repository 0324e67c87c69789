/** One file for each trainer's own protocol: adapters over the same round, and nothing more. */
package dev.whetstone.api.trainer;
