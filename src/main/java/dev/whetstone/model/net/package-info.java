/**
 * What is the step verifier's network? Its shape, its code as TorchScript, its weights as files.
 */
package dev.whetstone.model.net;
