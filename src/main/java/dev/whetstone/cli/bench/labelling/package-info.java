/** How good are labels without people, where the truth is known? */
package dev.whetstone.cli.bench.labelling;
