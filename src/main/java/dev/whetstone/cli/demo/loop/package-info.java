/**
 * The verb {@code demo loop}: the generator-verifier loop, off and on, in numbers and a picture.
 */
package dev.whetstone.cli.demo.loop;
