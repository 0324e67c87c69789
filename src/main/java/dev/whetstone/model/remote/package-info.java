/** What does a language model on another server say? A client of OpenAI-compatible servers. */
package dev.whetstone.model.remote;
